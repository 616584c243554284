import type { Server } from '@hapi/hapi';
import { describe, expect, it, jest } from '@jest/globals';
import { answerAsElasticsearch, answeringServer } from '../../../test/helpers/answering_server.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

const ada = { username: 'ada', password: 'correct horse' };
const basic = (user: typeof ada) => `Basic ${btoa(`${user.username}:${user.password}`)}`;

/** Knows one user, until `ada` is told to be forgotten; shows which header came. */
async function elasticsearchWithAda() {
  const known = new Set([basic(ada), 'ApiKey aWQ6a2V5']);
  const server = await answeringServer(({ headers: { authorization = '' } }, response) =>
    known.has(authorization)
      ? answerAsElasticsearch(response, 200, { username: 'ada', roles: [], authorization })
      : answerAsElasticsearch(response, 401, {
          error: { type: 'security_exception', reason: 'unable to authenticate' },
        }),
  );
  return { server, forget: () => known.clear() };
}

const loginRequest = (params: object, currentURL = '/', headers = {}) => ({
  method: 'POST',
  url: '/internal/security/login',
  headers: { 'kbn-xsrf': 'x', 'content-type': 'application/json', ...headers },
  payload: { providerType: 'basic', providerName: 'basic', currentURL, params },
});

async function loggedIn(server: Server): Promise<string> {
  const { headers } = await server.inject(loginRequest(ada));
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

const me = (server: Server, headers: Record<string, string> = {}) =>
  server.inject({ url: '/internal/security/me', headers });

describe('login', () => {
  it.each([
    [{}, 'HttpOnly; SameSite=Strict; Path=/'],
    [
      { 'server.publicBaseUrl': 'https://x/kb', 'server.basePath': '/kb' },
      'Secure; HttpOnly; SameSite=Strict; Path=/kb',
    ],
  ])('gives a sealed cookie (%j)', async (flags, attributes) => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url, ...flags });
    const { statusCode, headers } = await server.inject(loginRequest(ada));
    const [cookie = '', ...others] = [headers['set-cookie'] ?? []].flat();
    expect([statusCode, others]).toEqual([200, []]);
    expect(cookie).toMatch(/^sid=Fe26\.2\*[^;]+; /);
    expect(cookie.slice(cookie.indexOf('; ') + 2)).toBe(attributes);
    expect(Buffer.from(cookie, 'base64').toString()).not.toContain(ada.username);
  });

  it.each([
    ['/', '/'],
    ['http://127.0.0.1:5601/login?next=%2Fapp%2Fx%3Fy', '/app/x?y'],
    ['/login?next=https%3A%2F%2Fevil.example', '/'],
    ['/login?next=%2F%2Fevil.example', '/'],
    ['http://[', '/'],
  ])('from %s leads to %s', async (currentURL, location) => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    expect((await server.inject(loginRequest(ada, currentURL))).result).toEqual({ location });
  });

  it('is refused with a wrong password, and sets no cookie', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const { result, headers } = await server.inject(loginRequest({ ...ada, password: 'wrong' }));
    expect(result).toEqual({
      statusCode: 401,
      error: 'Unauthorized',
      message: 'Username or password is incorrect.',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('does not bother Elasticsearch with more than its headers may hold', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const endless = loginRequest({ ...ada, password: 'x'.repeat(12_500) });
    expect((await server.inject(endless)).statusCode).toBe(401);
    expect(es.requests).toEqual([]);
  });

  it('is not possible while Elasticsearch is away, and says so', async () => {
    const { statusCode, result, headers } = await consoleInProcess().server.inject(
      loginRequest(ada),
    );
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    expect(result).toMatchObject({ message: expect.stringContaining('Elasticsearch') });
  });

  it.each([
    [{ username: 'ada', password: 12_345 }, 'params.password]: expected a string'],
    [{ username: 'ada' }, 'params.password]: expected a string'],
    [{ ...ada, pasword: 'hunter2' }, 'params.pasword]: expected one of the fields'],
  ])('takes nothing but Kibana’s body (%j), and repeats no secret', async (params, message) => {
    const { statusCode, payload } = await consoleInProcess().server.inject(loginRequest(params));
    expect(statusCode).toBe(400);
    expect(payload).toContain(message);
    expect(payload).not.toMatch(/12345|correct horse|hunter2/);
  });

  it('ends the session that the browser had before', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const cookie = await loggedIn(server);
    await server.inject(loginRequest(ada, '/', { cookie }));
    expect((await me(server, { cookie })).statusCode).toBe(401);
  });

  it('is not asked for again', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const headers = { cookie: await loggedIn(server) };
    expect((await server.inject({ url: '/app/x', headers })).statusCode).toBe(200);
    const again = await server.inject({ url: '/login?next=%2Fapp%2Fx', headers });
    expect([again.statusCode, again.headers.location]).toEqual([302, '/app/x']);
  });
});

describe('a session', () => {
  it('makes Elasticsearch see the one who logged in', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const { result } = await me(server, { cookie: await loggedIn(server) });
    expect(result).toMatchObject({ username: 'ada', authorization: basic(ada) });
  });

  it.each([
    ['no cookie', undefined],
    ['an empty cookie', 'sid='],
    ['a forged cookie', `sid=Fe26.2**${'0'.repeat(64)}*a*b**${'0'.repeat(64)}*c`],
  ])('does not exist with %s', async (_case, cookie) => {
    const { statusCode } = await me(consoleInProcess().server, cookie ? { cookie } : {});
    expect(statusCode).toBe(401);
  });

  it('does not exist for a console with another encryption key', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const flags = { 'elasticsearch.hosts': es.url };
    const cookie = await loggedIn(consoleInProcess(flags).server);
    expect((await me(consoleInProcess(flags).server, { cookie })).statusCode).toBe(401);
  });

  it('survives a restart with the same encryption key', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const flags = {
      'elasticsearch.hosts': es.url,
      'xpack.security.encryptionKey': 'k'.repeat(32),
    };
    const cookie = await loggedIn(consoleInProcess(flags).server);
    expect((await me(consoleInProcess(flags).server, { cookie })).statusCode).toBe(200);
  });

  it('is found among odd cookies of other applications', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const cookie = `a="b c"; =; x={"y":1}; ${await loggedIn(server)}; z`;
    expect((await me(server, { cookie })).statusCode).toBe(200);
  });

  it.each(['/logout', '/api/security/logout'])('is over after %s, also for a copy', async (url) => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const cookie = await loggedIn(server);
    const logout = await server.inject({ url, headers: { cookie } });
    expect(String(logout.headers['set-cookie'])).toMatch(/^sid=; Max-Age=0;/);
    expect((await me(server, { cookie })).statusCode).toBe(401);
    const page = await server.inject({ url: '/app/x', headers: { cookie } });
    expect(page.headers.location).toContain('/login');
  });

  it('is over once Elasticsearch refuses its password', async () => {
    const { server: es, forget } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const cookie = await loggedIn(server);
    forget();
    const { statusCode, headers } = await me(server, { cookie });
    expect(statusCode).toBe(401);
    expect(String(headers['set-cookie'])).toMatch(/^sid=; Max-Age=0;/);
    expect((await server.inject({ url: '/app/x', headers: { cookie } })).statusCode).toBe(302);
  });

  it('gets a new cookie while it is used, and ends when it is not', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({
      'elasticsearch.hosts': es.url,
      'xpack.security.session.idleTimeout': '1h',
    });
    const cookie = await loggedIn(server);
    expect((await me(server, { cookie })).headers['set-cookie']).toBeUndefined();
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(now + 50 * 60_000);
    const { headers } = await me(server, { cookie });
    clock.mockReturnValue(now + 100 * 60_000);
    expect((await me(server, { cookie })).statusCode).toBe(401);
    const renewed = String(headers['set-cookie']).split(';')[0] ?? '';
    expect((await me(server, { cookie: renewed })).statusCode).toBe(200);
  });
});

describe('an Authorization header', () => {
  it.each(['ApiKey aWQ6a2V5', basic(ada)])(
    'goes on to Elasticsearch as it is: %s',
    async (authorization) => {
      const { server: es } = await elasticsearchWithAda();
      await using _es = es;
      const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
      expect((await me(server, { authorization })).result).toMatchObject({ authorization });
    },
  );

  it('wins over the cookie, and its refusal does not end the session', async () => {
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
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
    const { server: es } = await elasticsearchWithAda();
    await using _es = es;
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const cookie = await loggedIn(server);
    const requests = es.requests.length;
    expect((await me(server, { cookie, authorization })).statusCode).toBe(401);
    expect(es.requests).toHaveLength(requests);
  });
});
