import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningConsole, startConsole } from '../../standalone/console/index.ts';
import { createLogging } from '../../standalone/console/logging.ts';
import { builtAssets, settingsOf } from '../helpers/console_in_process.ts';
import {
  createUser,
  prepare,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { cookieOf, logIn } from '../helpers/log_in.ts';
import { until } from '../helpers/until.ts';

const assets = builtAssets();
const running: RunningConsole[] = [];
let own: TestUser;

/** One that shares the key and the index of ended sessions with the others, unless told otherwise. */
async function aConsole(flags: Readonly<Record<string, string>> = {}): Promise<string> {
  const settings = settingsOf({
    'elasticsearch.hosts': sharedElasticsearch().url,
    'elasticsearch.username': own.username,
    'elasticsearch.password': own.password,
    'xpack.security.encryptionKey': 'k'.repeat(32),
    ...flags,
  });
  const app = await startConsole({ settings, assets, log: createLogging('off', () => {}) });
  running.push(app);
  return app.url;
}

let url: string;
beforeAll(async () => {
  own = await createUser({
    cluster: ['manage_api_key'],
    indices: [{ names: ['.project_api_keys'], privileges: ['manage', 'read', 'write'] }],
  });
  url = await aConsole();
});
afterAll(async () => {
  await Promise.all(running.map((app) => app.stop()));
  assets[Symbol.dispose]();
});

type Named = Parameters<typeof logIn>[1];

const login = (user: Named, at = url) => logIn(at, user);
const aSession = async (user: Named, at = url) => cookieOf(await login(user, at));
const me = (cookie: string, at = url) =>
  fetch(`${at}/internal/security/me`, { headers: { cookie } });
const aUser = () => createUser({ cluster: [] });

async function expectRefused(cookie: string, at = url): Promise<void> {
  const answer = await me(cookie, at);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('set-cookie')).toMatch(/^sid=; Max-Age=0;/);
}

describe('a session that its user has ended', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await aSession(await aUser());
    const logout = await fetch(`${url}/logout`, { headers: { cookie }, redirect: 'manual' });
    expect(logout.headers.get('location')).toBe('/login');
  });

  it('has ended for a copy of its cookie', () => expectRefused(cookie));

  it('has ended on every other console, and on one that has just started', async () => {
    await expectRefused(cookie, await aConsole());
  });

  it('has not ended others of the same user, which go on on any console', async () => {
    const user = await aUser();
    const sessions = await Promise.all(Array.from({ length: 8 }, () => aSession(user)));
    const [first = '', ...others] = sessions;
    expect(new Set(sessions).size).toBe(8);
    await fetch(`${url}/logout`, { headers: { cookie: first }, redirect: 'manual' });
    await expectRefused(first);
    const second = await aConsole();
    for (const other of others) expect((await me(other, second)).status).toBe(200);
  });
});

describe("a session whose credentials Elasticsearch doesn't take any more", () => {
  it.each<[string, (user: TestUser) => Promise<void>, (user: TestUser) => Promise<void>]>([
    [
      'as the password was changed',
      ({ username }) => setPassword(username, 'quite another one'),
      ({ username, password }) => setPassword(username, password),
    ],
    [
      'as the user was disabled',
      ({ username }) => prepare('PUT', `/_security/user/${username}/_disable`),
      ({ username }) => prepare('PUT', `/_security/user/${username}/_enable`),
    ],
    [
      'as the user was deleted',
      ({ username }) => prepare('DELETE', `/_security/user/${username}`),
      ({ username, password }) =>
        prepare('PUT', `/_security/user/${username}`, { password, roles: [] }),
    ],
  ])('has ended for good, %s', async (_case, revoke, restore) => {
    const user = await aUser();
    const cookie = await aSession(user);
    expect((await me(cookie)).status).toBe(200);
    await revoke(user);
    await expectRefused(cookie);
    await restore(user);
    await expectRefused(cookie);
    await expectRefused(cookie, await aConsole());
    expect((await login(user)).status).toBe(200);
  });
});

const setPassword = (username: string, password: string) =>
  prepare('POST', `/_security/user/${username}/_password`, { password });

describe('a session cookie', () => {
  let cookie: string;
  beforeAll(async () => {
    cookie = await aSession(await aUser());
  });

  it.each<[string, (cookie: string) => string]>([
    ['was changed', (sealed) => sealed.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['was cut short', (sealed) => sealed.slice(0, sealed.length / 2)],
    ['has 8 KB', () => `sid=${'a'.repeat(8192)}`],
    ['is none', () => 'sid=1'],
  ])('that %s is refused, and taken back', async (_case, change) => {
    await expectRefused(change(cookie));
  });

  it('that another key sealed is refused, and taken back', async () => {
    const other = await aConsole({ 'xpack.security.encryptionKey': 'o'.repeat(32) });
    await expectRefused(cookie, other);
  });

  it('holds passwords of 2,000 characters', async () => {
    const user = await aUser();
    const password = 'x'.repeat(1950);
    await setPassword(user.username, password);
    const long = await aSession({ ...user, password });
    expect(long.length).toBeLessThan(4096);
    expect((await me(long)).status).toBe(200);
  });

  it('does not hold longer ones, and the login says so', async () => {
    const user = await aUser();
    const password = 'x'.repeat(3000);
    await setPassword(user.username, password);
    const answer = await login({ ...user, password });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('too long') });
  });
});

describe('logging in', () => {
  it('with a wrong password gets the answer that an unknown user gets', async () => {
    const { username } = await aUser();
    const [known, unknown] = await Promise.all([
      login({ username, password: 'wrong' }),
      login({ username: randomUUID(), password: 'wrong' }),
    ]);
    expect(known.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await unknown.text()).toBe(await known.text());
    expect([...unknown.headers.keys()]).toEqual([...known.headers.keys()]);
  });

  it('is slowed down for whoever guesses, until they know the password', async () => {
    const user = await aUser();
    const guesses = Array.from({ length: 20 }, () => login({ ...user, password: randomUUID() }));
    const answers = await Promise.all(guesses);
    const throttled = answers.find(({ status }) => status === 429);
    expect(Number(throttled?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await throttled?.json()).toMatchObject({
      message: expect.stringMatching(/^Too many failed attempts. Try again in \d+ seconds?\.$/),
    });
    expect((await login(await aUser())).status).toBe(200);
    await until(async () => (await login(user)).status === 200);
    expect((await login({ ...user, password: 'wrong' })).status).toBe(401);
  });
});

it('a session nobody uses ends by itself, on every console', async () => {
  const flags = { 'xpack.security.session.idleTimeout': '1s' };
  const [one, other] = await Promise.all([aConsole(flags), aConsole(flags)]);
  const cookie = await aSession(await aUser(), one);
  await until(async () => (await me(cookie, one)).status === 401);
  await expectRefused(cookie, other);
});
