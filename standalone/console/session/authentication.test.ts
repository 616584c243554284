import type { Server } from '@hapi/hapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ADA, ADAS_KEY, elasticsearchWithAda, loggedIn, me } from '../../../test/helpers/ada.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';
import { basic } from '../../../test/helpers/elasticsearch.ts';
import { listeningConsole } from '../../../test/helpers/listening_console.ts';
import { cookieIn } from '../../../test/helpers/log_in.ts';
import { until } from '../../../test/helpers/until.ts';

let es: Awaited<ReturnType<typeof elasticsearchWithAda>>;
let server: Server;
const start = (flags = {}) =>
  consoleInProcess({ 'elasticsearch.hosts': es.server.url, ...flags }).server;

beforeAll(async () => {
  es = await elasticsearchWithAda();
});
afterAll(async () => es.server[Symbol.asyncDispose]());
beforeEach(() => {
  es.becomes('available');
  server = start();
});

const CLEARED = /^sid=; Max-Age=0;/;
const minute = 60_000;

describe('a session', () => {
  it('makes Elasticsearch see the one who logged in', async () => {
    const { result } = await me(server, { cookie: await loggedIn(server) });
    expect(result).toMatchObject({ username: 'ada', authorization: ADA });
  });

  it('does not exist without a cookie, and nothing is cleared then', async () => {
    const { statusCode, headers } = await me(server);
    expect([statusCode, headers['set-cookie']]).toEqual([401, undefined]);
  });

  it.each([
    ['an empty cookie', 'sid='],
    ['a forged cookie', `sid=Fe26.2**${'0'.repeat(64)}*a*b**${'0'.repeat(64)}*c`],
    ['a cookie of 8 KB', `sid=${'a'.repeat(8192)}`],
  ])('does not exist with %s, which is cleared', async (_case, cookie) => {
    const { statusCode, headers } = await me(server, { cookie });
    expect(statusCode).toBe(401);
    expect(String(headers['set-cookie'])).toMatch(CLEARED);
  });

  it('does not exist for a console with another encryption key', async () => {
    const cookie = await loggedIn(start());
    expect((await me(server, { cookie })).statusCode).toBe(401);
  });

  it('survives a restart with the same encryption key', async () => {
    const flags = { 'xpack.security.encryptionKey': 'k'.repeat(32) };
    const cookie = await loggedIn(start(flags));
    expect((await me(start(flags), { cookie })).statusCode).toBe(200);
  });

  it('is found beside one that has ended', async () => {
    const [ended, live] = [await loggedIn(server), await loggedIn(server)];
    await server.inject({ url: '/logout', headers: { cookie: ended } });
    expect((await me(server, { cookie: `${ended}; ${live}` })).statusCode).toBe(200);
  });

  it.each(['/logout', '/api/security/logout'])('is over after %s, also for a copy', async (url) => {
    const cookie = await loggedIn(server);
    const logout = await server.inject({ url, headers: { cookie } });
    expect(String(logout.headers['set-cookie'])).toMatch(CLEARED);
    expect((await me(server, { cookie })).statusCode).toBe(401);
    const page = await server.inject({ url: '/app/x', headers: { cookie } });
    expect(page.headers.location).toBe('/login?next=%2Fapp%2Fx&msg=SESSION_EXPIRED');
    expect(String(page.headers['set-cookie'])).toMatch(CLEARED);
  });

  it('is over once Elasticsearch refuses its password, also where it takes it again', async () => {
    const cookie = await loggedIn(server);
    es.becomes('oblivious');
    const { statusCode, headers } = await me(server, { cookie });
    expect(statusCode).toBe(401);
    expect(String(headers['set-cookie'])).toMatch(CLEARED);
    es.becomes('available');
    expect((await me(server, { cookie })).statusCode).toBe(401);
    expect((await server.inject({ url: '/app/x', headers: { cookie } })).statusCode).toBe(302);
  });

  it('is not over because Elasticsearch is away', async () => {
    const cookie = await loggedIn(server);
    es.becomes('away');
    const { statusCode, headers } = await me(server, { cookie });
    expect([statusCode, headers['set-cookie']]).toEqual([503, undefined]);
    expect((await server.inject({ url: '/app/x', headers: { cookie } })).statusCode).toBe(200);
    es.becomes('available');
    expect((await me(server, { cookie })).statusCode).toBe(200);
  });
});

describe('a console with a user of its own', () => {
  beforeEach(() => {
    server = start({ 'elasticsearch.username': 'own', 'elasticsearch.password': 'unknown' });
  });

  it('goes on by itself where Elasticsearch does not take that user', async () => {
    const cookie = await loggedIn(server);
    expect((await me(server, { cookie })).statusCode).toBe(200);
    await server.inject({ url: '/logout', headers: { cookie } });
    expect((await me(server, { cookie })).statusCode).toBe(401);
  });

  it('lets no session in while Elasticsearch cannot say whether it was ended elsewhere', async () => {
    const cookie = await loggedIn(server);
    es.becomes('away');
    const { statusCode, headers } = await me(server, { cookie });
    expect([statusCode, headers['set-cookie']]).toEqual([503, undefined]);
    expect((await server.inject({ url: '/app/x', headers: { cookie } })).statusCode).toBe(200);
  });
});

describe('a session with limits', () => {
  let passed: number;
  beforeEach(() => {
    const begun = Date.now();
    passed = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => begun + passed);
    server = start({
      'xpack.security.session.idleTimeout': '1h',
      'xpack.security.session.lifespan': '8h',
    });
  });

  it('gets a new cookie while it is used, and ends when it is not', async () => {
    const cookie = await loggedIn(server);
    expect((await me(server, { cookie })).headers['set-cookie']).toBeUndefined();
    passed = 50 * minute;
    const answers = await Promise.all([me(server, { cookie }), me(server, { cookie })]);
    passed = 100 * minute;
    expect((await me(server, { cookie })).statusCode).toBe(401);
    for (const { headers } of answers)
      expect((await me(server, { cookie: cookieIn(headers) })).statusCode).toBe(200);
  });

  it('is not kept alive by what a page asks for by itself', async () => {
    const cookie = await loggedIn(server);
    passed = 50 * minute;
    const polled = await me(server, { cookie, 'kbn-system-request': 'true' });
    expect([polled.statusCode, polled.headers['set-cookie']]).toEqual([200, undefined]);
  });

  it('ends after its lifespan, however much it is used', async () => {
    let cookie = await loggedIn(server);
    while (passed < 450 * minute) {
      passed += 50 * minute;
      cookie = cookieIn((await me(server, { cookie })).headers);
    }
    passed = 480 * minute - 1;
    expect((await me(server, { cookie })).statusCode).toBe(200);
    passed = 480 * minute;
    expect((await me(server, { cookie })).statusCode).toBe(401);
  });

  it('ends for every copy of its cookie on logout, the renewed ones too', async () => {
    const cookie = await loggedIn(server);
    passed = 10 * minute;
    const renewed = cookieIn((await me(server, { cookie })).headers);
    await server.inject({ url: '/logout', headers: { cookie: renewed } });
    const statuses = [cookie, renewed].map(
      async (c) => (await me(server, { cookie: c })).statusCode,
    );
    expect(await Promise.all(statuses)).toEqual([401, 401]);
  });
});

describe('an Authorization header', () => {
  it.each([ADAS_KEY, ADA])('goes on to Elasticsearch as it is: %s', async (authorization) => {
    expect((await me(server, { authorization })).result).toMatchObject({ authorization });
  });

  it('wins over the cookie, and its refusal does not end the session', async () => {
    const cookie = await loggedIn(server);
    const refused = await me(server, { cookie, authorization: 'ApiKey d3Jvbmc=' });
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([401, undefined]);
    expect((await me(server, { cookie })).statusCode).toBe(200);
  });

  it.each([
    ['of another kind', 'Bearer abc'],
    ['without credentials', 'Basic'],
    ['that is empty', ''],
    ['longer than Elasticsearch reads', `ApiKey ${'a'.repeat(15_900)}`],
  ])('%s is refused', async (_case, authorization) => {
    const cookie = await loggedIn(server);
    const requests = es.server.requests.length;
    expect((await me(server, { cookie, authorization })).statusCode).toBe(401);
    expect(es.server.requests).toHaveLength(requests);
  });
});

describe('a password in an Authorization header', () => {
  // However slow this machine is, nothing is forgotten meanwhile.
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
  });
  const guess = (username: string) => me(server, { authorization: basic(username, 'wrong') });
  const many = <A>(times: number, ask: () => Promise<A>) =>
    Promise.all(Array.from({ length: times }, ask));

  it('that is wrong time and again has to wait, also once it is right', async () => {
    const answers = await many(120, () => guess('ada'));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(100);
    const { statusCode, headers } = await me(server, { authorization: ADA });
    expect([statusCode, headers['retry-after']]).toEqual([429, '1']);
  });

  it('that is right is never refused, however often it is used at once', async () => {
    const answers = await many(250, () => me(server, { authorization: ADA }));
    expect(answers.every(({ statusCode }) => statusCode === 200)).toBe(true);
  });

  it('that nobody could check does not count', async () => {
    es.becomes('away');
    await many(120, () => me(server, { authorization: ADA }));
    es.becomes('available');
    expect((await me(server, { authorization: ADA })).statusCode).toBe(200);
  });

  it('does not keep others waiting for those who have hung up', async () => {
    await using app = await listeningConsole({ 'elasticsearch.hosts': es.server.url });
    let [arrived, gone] = [0, 0];
    app.server.listener.on('request', () => arrived++);
    app.server.events.on('response', () => gone++);
    const ask = (signal?: AbortSignal) =>
      fetch(`${app.url}/internal/security/me`, {
        headers: { authorization: ADA },
        ...(signal && { signal }),
      });
    const [open, waiting] = [new AbortController(), new AbortController()];
    es.becomes('silent');
    const asked = es.server.requests.length;
    const answers = [many(100, () => ask(open.signal))];
    await until(() => es.server.requests.length === asked + 100);
    answers.push(many(100, () => ask(waiting.signal)));
    await until(() => arrived === 200);
    waiting.abort();
    await until(() => gone === 100);
    open.abort();
    await Promise.allSettled(answers);
    es.becomes('available');
    expect((await ask()).status).toBe(200);
  });

  it('of one user keeps no other waiting, nor keys, nor people who log in', async () => {
    await many(120, () => guess('bob'));
    expect((await me(server, { authorization: ADA })).statusCode).toBe(200);
    expect((await me(server, { authorization: ADAS_KEY })).statusCode).toBe(200);
    expect((await me(server, { cookie: await loggedIn(server) })).statusCode).toBe(200);
  });
});
