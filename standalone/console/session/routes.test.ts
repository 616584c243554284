import type { Server } from '@hapi/hapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ADA, ada, elasticsearchWithAda, loggedIn, me } from '../../../test/helpers/ada.ts';
import {
  type ConsoleInProcess,
  consoleInProcess,
} from '../../../test/helpers/console_in_process.ts';
import { cookieIn, loginRequest } from '../../../test/helpers/log_in.ts';

let es: Awaited<ReturnType<typeof elasticsearchWithAda>>;
let server: Server;
let entries: ConsoleInProcess['entries'];
const start = (flags = {}) => consoleInProcess({ 'elasticsearch.hosts': es.server.url, ...flags });

beforeAll(async () => {
  es = await elasticsearchWithAda();
});
afterAll(async () => es.server[Symbol.asyncDispose]());
beforeEach(() => {
  es.becomes('available');
  ({ server, entries } = start());
});

const login = (params: object, ...rest: [currentURL?: string, headers?: object]) =>
  server.inject(loginRequest(params, ...rest));
const wrong = (username = ada.username) => login({ username, password: 'wrong' });

describe('login', () => {
  it.each([
    ['/', '/'],
    ['http://127.0.0.1:5601/login?next=%2Fapp%2Fx%3Fy', '/app/x?y'],
    ['/login?next=https%3A%2F%2Fevil.example', '/'],
    ['/login?next=%2F%2Fevil.example', '/'],
    ['/login?next=%2Flogout', '/'],
    ['http://[', '/'],
  ])('from %s leads to %s', async (currentURL, location) => {
    expect((await login(ada, currentURL)).result).toEqual({ location });
  });

  it('is refused with a wrong password, and sets no cookie', async () => {
    const { result, headers } = await wrong();
    expect(result).toEqual({
      statusCode: 401,
      error: 'Unauthorized',
      message: 'Username or password is incorrect.',
    });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('does the same, and answers the same, for a user whom nobody knows', async () => {
    const asked = es.server.requests.length;
    const [known, unknown] = [await wrong(), await wrong('nobody')];
    expect(unknown.statusCode).toBe(known.statusCode);
    expect(unknown.payload).toBe(known.payload);
    const but = { date: '', 'x-request-id': '' };
    expect({ ...unknown.headers, ...but }).toEqual({ ...known.headers, ...but });
    expect(es.server.requests.slice(asked)).toEqual([
      'GET /_security/_authenticate',
      'GET /_security/_authenticate',
    ]);
  });

  it('does not bother Elasticsearch with more than its headers may hold', async () => {
    const asked = es.server.requests.length;
    const { statusCode } = await login({ ...ada, password: 'x'.repeat(12_500) });
    expect(statusCode).toBe(401);
    expect(es.server.requests).toHaveLength(asked);
  });

  it('is not possible while Elasticsearch is away, and says so', async () => {
    es.becomes('away');
    const { statusCode, result, headers } = await login(ada);
    expect([statusCode, headers['retry-after']]).toEqual([503, '5']);
    expect(result).toMatchObject({ message: expect.stringContaining('Elasticsearch') });
  });

  it('takes nothing but a user of Elasticsearch for a yes', async () => {
    es.becomes('odd');
    const { statusCode, headers } = await wrong();
    expect([statusCode, headers['set-cookie']]).toEqual([503, undefined]);
  });

  it.each([
    [{ username: 'ada', password: 12_345 }, 'params.password]: expected a string'],
    [{ username: 'ada' }, 'params.password]: expected a string'],
    [{ ...ada, pasword: 'hunter2' }, 'params.pasword]: expected one of the fields'],
  ])('takes nothing but Kibana’s body (%j), and repeats no secret', async (params, message) => {
    const { statusCode, payload } = await login(params);
    expect(statusCode).toBe(400);
    expect(payload).toContain(message);
    expect(payload).not.toMatch(/12345|correct horse|hunter2/);
  });

  it('begins a session of its own each time, and ends all that the browser had before', async () => {
    const [first, second] = [await loggedIn(server), await loggedIn(server)];
    const third = cookieIn((await login(ada, '/', { cookie: `${first}; ${second}` })).headers);
    const statuses = [first, second, third].map(
      async (cookie) => (await me(server, { cookie })).statusCode,
    );
    expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
  });

  it('does not take over a session that someone else has begun for the browser', async () => {
    const planted = await loggedIn(server);
    const own = cookieIn((await login(ada, '/', { cookie: planted })).headers);
    expect(own).not.toBe(planted);
    expect((await me(server, { cookie: planted })).statusCode).toBe(401);
  });

  it('is not asked for again', async () => {
    const headers = { cookie: await loggedIn(server) };
    expect((await server.inject({ url: '/app/x', headers })).statusCode).toBe(200);
    const again = await server.inject({ url: '/login?next=%2Fapp%2Fx', headers });
    expect([again.statusCode, again.headers.location]).toEqual([302, '/app/x']);
  });

  it('is told to the audit trail, as are its failures and the logout', async () => {
    const cookie = await loggedIn(server);
    await wrong();
    await server.inject({ url: '/logout', headers: { cookie } });
    expect(entries.filter((entry) => entry['log.logger'] === 'audit')).toMatchObject([
      { event: { action: 'user_login', outcome: 'success' }, user: { name: 'ada' } },
      { event: { action: 'user_login', outcome: 'failure' }, user: { name: 'ada' } },
      { event: { action: 'user_logout', outcome: 'success' }, user: { name: 'ada' } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${ada.password}|${ADA}|wrong`));
  });
});

describe('guessing a password', () => {
  // However slow this machine is, nothing is forgotten meanwhile.
  beforeEach(() => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
  });

  it('has to wait after five failures, and does not bother Elasticsearch meanwhile', async () => {
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await wrong()).statusCode);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const asked = es.server.requests.length;
    const { statusCode, headers, result } = await login(ada);
    expect([statusCode, headers['retry-after']]).toEqual([429, '1']);
    expect(result).toMatchObject({ message: 'Too many failed attempts. Try again in 1 second.' });
    expect(es.server.requests).toHaveLength(asked);
  });

  it('gains nothing by doing it all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong()));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(15);
  });

  it('is as slow for a user whom nobody knows', async () => {
    await Promise.all(Array.from({ length: 5 }, () => wrong('nobody')));
    expect((await wrong('nobody')).statusCode).toBe(429);
  });

  it('does not keep others from logging in', async () => {
    await Promise.all(Array.from({ length: 20 }, () => wrong('bob')));
    expect((await login(ada)).statusCode).toBe(200);
  });

  it('is not what someone did who knows the password in the end', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await wrong()).statusCode).toBe(401);
      expect((await login(ada)).statusCode).toBe(200);
    }
  });

  it('is not what someone does who tries while Elasticsearch is away', async () => {
    es.becomes('away');
    const answers = await Promise.all(Array.from({ length: 10 }, () => login(ada)));
    expect(answers.every(({ statusCode }) => statusCode === 503)).toBe(true);
    es.becomes('available');
    expect((await login(ada)).statusCode).toBe(200);
  });
});
