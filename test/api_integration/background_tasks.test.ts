import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { changeTaskRoute, listTasksRoute, runTaskRoute } from '../../common/http_api/tasks.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { until } from '../helpers/until.ts';

const PASSWORD = randomUUID();
const authorization = basic('elastic', PASSWORD);
const data = mkdtempSync(join(tmpdir(), 'project-api-keys-tasks-'));

/** `npm start` with the Elasticsearch in the box, which consoles of another kind use as well. */
let box: TestConsole;
let elasticsearch: string;

async function startBox(): Promise<void> {
  const flags = ['-E', 'http.port=0', '-E', `path.data=${data}`];
  box = await startConsole(flags, { ELASTIC_PASSWORD: PASSWORD });
  elasticsearch = /Elasticsearch is ready at (http\S+)/.exec(box.output())?.[1] ?? '';
  await until(() => box.output().includes('Background tasks are on'));
}

beforeAll(startBox);
afterAll(async () => {
  await box.stop();
  rmSync(data, { recursive: true, force: true });
});

const ask = async (method: string, path: string, body?: object) => {
  const answer = await askElasticsearch(authorization, method, path, body, elasticsearch);
  expect(answer.status).toBe(200);
  return answer.body;
};
const tasksOf = async ({ url }: TestConsole) => {
  const { status, body } = await callApi(url, listTasksRoute, { authorization });
  expect(status).toBe(200);
  return body;
};

describe('npm start with the Elasticsearch in the box', () => {
  it('makes itself a user that may do what background tasks need and no more', async () => {
    expect(await ask('GET', '/_security/role/project_api_keys_console')).toMatchObject({
      project_api_keys_console: {
        cluster: ['manage_api_key'],
        indices: [
          {
            names: ['.project_api_keys'],
            privileges: ['manage', 'read', 'write'],
            allow_restricted_indices: false,
          },
        ],
      },
    });
    expect((await tasksOf(box)).unavailable).toBeUndefined();
  });

  it('reads after a restart what it has encrypted before', async () => {
    const params = { id: 'delete_expired_keys' };
    const call = { authorization, params };
    const on = await callApi(box.url, changeTaskRoute, { ...call, body: { enabled: true } });
    expect(on.body.task).toMatchObject({ enabled: true, key: { status: 'active' } });
    await box.stop();
    await startBox();
    const { body } = await callApi(box.url, runTaskRoute, call);
    expect(body.task).toMatchObject({
      key: { id: on.body.task.key?.id },
      last_run: { outcome: 'succeeded' },
    });
    await callApi(box.url, changeTaskRoute, { ...call, body: { enabled: false } });
  });
});

describe('background tasks on another cluster are off', () => {
  let console: TestConsole;
  afterEach(() => console.stop());

  const ENCRYPTION_KEY = `--xpack.encryptedSavedObjects.encryptionKey=${'x'.repeat(32)}`;
  const start = async (...flags: readonly string[]): Promise<void> => {
    console = await startConsole([`--elasticsearch.hosts=${elasticsearch}`, ...flags]);
  };
  const startAs = async (username: string, password: string): Promise<void> => {
    await start(
      ENCRYPTION_KEY,
      `--elasticsearch.username=${username}`,
      `--elasticsearch.password=${password}`,
    );
    await until(() => console.output().includes('Background tasks are off'));
  };

  it('without credentials and a key, and say so once; all else works', async () => {
    await start();
    const { unavailable } = await tasksOf(console);
    expect(unavailable).toContain('elasticsearch.username');
    expect(unavailable).toContain('xpack.encryptedSavedObjects.encryptionKey');
    expect(console.output().split(String(unavailable))).toHaveLength(2);
    const { body } = await callApi(console.url, capabilitiesRoute, { authorization });
    expect(body).toMatchObject({ enabled: true, can_manage_own: true });
  });

  it("while Elasticsearch refuses the console's own user", async () => {
    const wrong = randomUUID();
    await startAs('elastic', wrong);
    const { unavailable } = await tasksOf(console);
    expect(unavailable).toMatch(
      /^Elasticsearch refuses the console's own user: .*Check elasticsearch\.username/,
    );
    expect(console.output()).not.toContain(wrong);
  });

  it('until that user has the privileges', async () => {
    const password = randomUUID();
    await ask('PUT', '/_security/role/own', { cluster: [] });
    await ask('PUT', '/_security/user/own', { password, roles: ['own'] });
    await startAs('own', password);
    expect((await tasksOf(console)).unavailable).toContain('lacks the cluster privilege');
    await ask('PUT', '/_security/role/own', {
      cluster: ['manage_api_key'],
      indices: [{ names: ['.project_api_keys'], privileges: ['manage', 'read', 'write'] }],
    });
    await until(() => console.output().includes('Background tasks are on'));
    expect((await tasksOf(console)).unavailable).toBeUndefined();
  });
});
