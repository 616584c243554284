import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type RunningConsole,
  SettingsError,
  startConsole,
} from '../../standalone/console/index.ts';
import { createLogging } from '../../standalone/console/logging.ts';
import { answeringServer } from '../helpers/answering_server.ts';
import { builtAssets, settingsOf } from '../helpers/console_in_process.ts';
import { createUser, prepare, sharedElasticsearch } from '../helpers/elasticsearch.ts';
import { cookieOf, logIn } from '../helpers/log_in.ts';

const assets = builtAssets();
const start = (flags: Readonly<Record<string, string>> = {}) =>
  startConsole({
    settings: settingsOf({ 'elasticsearch.hosts': sharedElasticsearch().url, ...flags }),
    assets,
    log: createLogging('off', () => {}),
  });

let app: RunningConsole;
beforeAll(async () => {
  app = await start();
});
afterAll(async () => {
  await app.stop();
  assets[Symbol.dispose]();
});

const login = (user: Parameters<typeof logIn>[1]) => logIn(app.url, user);
const get = (path: string, cookie: string) => fetch(app.url + path, { headers: { cookie } });

describe('the console, in front of a real Elasticsearch,', () => {
  it('tells who is logged in as Elasticsearch does', async () => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const answer = await get('/internal/security/me', cookieOf(await login(user)));
    expect(await answer.json()).toMatchObject({
      username: user.username,
      enabled: true,
      authentication_realm: { type: 'native' },
      authentication_type: 'realm',
    });
  });

  it('lets the plugin act as the one who is logged in', async () => {
    const user = await createUser({ cluster: ['read_security'] });
    const cookie = cookieOf(await login(user));
    const answer = await get('/api/project_api_keys/capabilities', cookie);
    expect(await answer.json()).toMatchObject({
      can_read_all: true,
      can_manage_all: false,
      user: { username: user.username },
    });
  });

  it.each(['ä ö ü ß', 'a:b:c::d', '漢字 key'])(
    'lets in whoever has the password "%s"',
    async (password) => {
      const { username } = await createUser({ cluster: [] });
      await prepare('POST', `/_security/user/${username}/_password`, { password });
      expect((await login({ username, password })).status).toBe(200);
    },
  );

  it('lets in nobody with a wrong password', async () => {
    const { username } = await createUser({ cluster: [] });
    const answer = await login({ username, password: 'wrong' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('ends the session once the password was changed', async () => {
    const user = await createUser({ cluster: [] });
    const cookie = cookieOf(await login(user));
    const password = 'quite another one';
    await prepare('POST', `/_security/user/${user.username}/_password`, { password });
    const refused = await get('/internal/security/me', cookie);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('set-cookie')).toMatch(/^sid=; Max-Age=0/);
  });

  it('is available', async () => {
    const answer = await fetch(`${app.url}/api/status`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: { overall: { level: 'available' } } });
  });
});

describe('the console', () => {
  it('starts while Elasticsearch is away', async () => {
    const alone = await start({ 'elasticsearch.hosts': 'http://127.0.0.1:9' });
    expect((await fetch(`${alone.url}/login`)).status).toBe(200);
    expect((await fetch(`${alone.url}/api/status`)).status).toBe(503);
    await alone.stop();
  });

  it('does not start on a port in use', async () => {
    const { port } = new URL(app.url);
    const error = await start({ 'server.port': port }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(SettingsError);
    expect(error).toMatchObject({ setting: 'server.port' });
  });

  it('answers the requests that are open when it stops', async () => {
    const asked = Promise.withResolvers<() => void>();
    await using es = await answeringServer((_request, response) =>
      asked.resolve(() => response.writeHead(401).end()),
    );
    const stopping = await start({ 'elasticsearch.hosts': es.url });
    const open = fetch(`${stopping.url}/api/status`);
    const answer = await asked.promise;
    const stopped = stopping.stop();
    answer();
    expect((await open).status).toBe(503);
    await stopped;
  });

  it('waits for them no longer than it is told to', async () => {
    const asked = Promise.withResolvers<void>();
    await using es = await answeringServer(() => asked.resolve());
    const stopping = await start({
      'elasticsearch.hosts': es.url,
      'server.shutdownTimeout': '50ms',
    });
    const open = fetch(`${stopping.url}/api/status`);
    await asked.promise;
    await Promise.all([stopping.stop(), expect(open).rejects.toThrow('fetch failed')]);
  });
});
