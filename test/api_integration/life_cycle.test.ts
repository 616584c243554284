import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { listTasksRoute } from '../../common/http_api/tasks.ts';
import { answeringServer } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { childrenOf } from '../helpers/children_of.ts';
import { startConsole } from '../helpers/console.ts';
import { startConsoleBehindProxy } from '../helpers/console_behind_proxy.ts';
import { taskSettings } from '../helpers/console_with_tasks.ts';
import { basic, createUser, sharedElasticsearch, type TestUser } from '../helpers/elasticsearch.ts';
import { faultProxy } from '../helpers/fault_proxy.ts';
import { runToEnd } from '../helpers/start_process.ts';
import { until } from '../helpers/until.ts';

let user: TestUser;
beforeAll(async () => {
  user = await createUser({ cluster: ['manage_own_api_key'] });
});

/** Holds the queries of a console back until the test lets them pass. */
async function consoleThatWaits(...flags: string[]) {
  const held = Promise.withResolvers<() => void>();
  const app = await startConsoleBehindProxy(
    ({ url }, _response, pass) => (url?.includes('_query') ? held.resolve(pass) : pass()),
    ...flags,
  );
  return { app, held: held.promise, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() };
}

const query = (url: string) =>
  callApi(url, queryKeysRoute, { authorization: user.authorization, body: {} });

/** The answer to `GET /login` by a connection that is kept. */
const ask = async (url: string, agent: Agent): Promise<IncomingMessage> => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) =>
    get(`${url}/login`, { agent }, resolve).once('error', reject),
  );
  await text(answer);
  return answer;
};

describe('A console that is told to stop', () => {
  it('answers what it has begun, takes nothing new, and leaves', async () => {
    await using waiting = await consoleThatWaits();
    const { app } = waiting;
    const agent = new Agent({ keepAlive: true });
    await ask(app.url, agent);
    const idle = Object.values(agent.freeSockets).flat()[0];
    const begun = query(app.url);
    const pass = await waiting.held;
    process.kill(app.process.pid, 'SIGTERM');
    await until(() =>
      fetch(`${app.url}/login`).then(
        () => false,
        () => true,
      ),
    );
    await until(() => idle?.destroyed === true);
    pass();
    const { status, headers } = await begun;
    expect([status, headers.get('connection')]).toEqual([200, 'close']);
    expect(await app.process.ended).toBe(0);
  });

  it('waits no longer than server.shutdownTimeout', async () => {
    await using waiting = await consoleThatWaits('--server.shutdownTimeout=500ms');
    const begun = query(waiting.app.url).catch(() => 'cut off');
    await waiting.held;
    await waiting.app.process.stop();
    expect(await begun).toBe('cut off');
    expect(await waiting.app.process.ended).toBe(0);
  });

  it('leaves at once when it is told again, by whichever signal', async () => {
    await using waiting = await consoleThatWaits('--server.shutdownTimeout=10m');
    const { app } = waiting;
    const begun = query(app.url).catch(() => 'cut off');
    await waiting.held;
    process.kill(app.process.pid, 'SIGTERM');
    await until(() =>
      fetch(`${app.url}/login`).then(
        () => false,
        () => true,
      ),
    );
    await app.process.stop('SIGINT');
    expect(await begun).toBe('cut off');
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves neither file nor process',
    async (signal) => {
      const folder = mkdtempSync(join(tmpdir(), 'project-api-keys-life-'));
      const app = await startConsole(undefined, { TMPDIR: folder });
      await query(app.url);
      const children = await childrenOf(app.pid);
      await app.stop(signal);
      expect([children, readdirSync(folder)]).toEqual([[], []]);
      rmSync(folder, { recursive: true });
    },
  );
});

describe('A console that is started', () => {
  it('before Elasticsearch works as soon as that does', async () => {
    const { url, password } = sharedElasticsearch();
    await using proxy = await faultProxy(url);
    await proxy.inject('refuses connections');
    const settings = { 'elasticsearch.hosts': proxy.url, ...taskSettings() };
    const app = await startConsole(
      Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    );
    const status = () => fetch(`${app.url}/api/status`);
    expect((await status()).status).toBe(503);
    expect((await query(app.url)).status).toBe(503);
    await proxy.heal();
    const answer = await status();
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { status: { overall: { level: expect.stringMatching(/available|degraded/) } } },
    ]);
    expect((await query(app.url)).status).toBe(200);
    const tasks = async () => {
      const { body } = await callApi(app.url, listTasksRoute, {
        authorization: basic('elastic', password),
      });
      return body.tasks.find(({ id }) => id === 'invalidate_released_keys');
    };
    await until(async () => (await tasks())?.next_run !== undefined);
    await until(() => app.output().includes('Background tasks are on'));
    await app.stop();
  });

  it.each([
    [['--elasticsearch.username=kibana'], 'elasticsearch.password'],
    [['--elasticsearch.password=hunter2hunter2'], 'elasticsearch.username'],
    [['--server.ssl.certificate=console.crt'], 'server.ssl.key'],
    [
      ['--xpack.encryptedSavedObjects.encryptionKey=hunter2'],
      'xpack.encryptedSavedObjects.encryptionKey',
    ],
  ])(
    'with half a secret (%j) ends with a sentence that names what is missing',
    async (flags, setting) => {
      await using nobody = await answeringServer(() => {});
      const args = ['standalone/main.ts', `--elasticsearch.hosts=${nobody.url}`, ...flags];
      const { status, stdout, stderr } = await runToEnd(args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(stderr).toMatch(
        new RegExp(`^\\[${setting.replaceAll('.', '\\.')}\\]: expected .*\\n$`),
      );
      expect(stderr).not.toContain('hunter2');
      expect(nobody.requests).toEqual([]);
    },
  );
});
