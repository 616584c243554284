import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  changeTaskRoute,
  listTasksRoute,
  runTaskRoute,
  type Task,
} from '../../common/http_api/tasks.ts';
import { answeringServer } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { type OwnElasticsearch, startOwnElasticsearch } from '../helpers/elasticsearch_process.ts';
import { recordingProxy } from '../helpers/recording_proxy.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(180_000);

const PASSWORD = 'the password of this test';
const ADMIN = basic('elastic', PASSWORD);
const NOTIFICATIONS = 'project-api-keys-notifications';
const data = mkdtempSync(join(tmpdir(), 'project-api-keys-tasks-'));

let elasticsearch: OwnElasticsearch;
let proxy: Awaited<ReturnType<typeof recordingProxy>>;
let webhook: Awaited<ReturnType<typeof answeringServer>>;
let app: TestConsole;
/** What the webhook got. */
const posted: string[] = [];

/** Straight to Elasticsearch; throws where it refuses. */
async function ask(method: string, path: string, body?: unknown, authorization = ADMIN) {
  const answer = await askElasticsearch(authorization, method, path, body, elasticsearch.url);
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function aUser(username: string, role: object): Promise<string> {
  await ask('PUT', `/_security/role/${username}`, role);
  await ask('PUT', `/_security/user/${username}`, { password: PASSWORD, roles: [username] });
  return basic(username, PASSWORD);
}

const aKey = async (authorization: string, name: string, expiration?: string): Promise<string> =>
  String((await ask('POST', '/_security/api_key', { name, expiration }, authorization)).id);

async function isValid(id: string): Promise<boolean> {
  const { api_keys } = await ask('GET', `/_security/api_key?id=${id}`);
  return (api_keys as { invalidated: boolean }[]).every(({ invalidated }) => !invalidated);
}

async function change(id: string, body: object, authorization = ADMIN): Promise<Task> {
  const answer = await callApi(app.url, changeTaskRoute, { authorization, params: { id }, body });
  if (answer.status !== 200) throw new Error(answer.error.message);
  return answer.body.task;
}

async function run(id: string): Promise<Task> {
  const answer = await callApi(app.url, runTaskRoute, { authorization: ADMIN, params: { id } });
  if (answer.status !== 200) throw new Error(answer.error.message);
  return answer.body.task;
}

beforeAll(async () => {
  elasticsearch = await startOwnElasticsearch(data, PASSWORD);
  await aUser('console', {
    cluster: ['manage_api_key'],
    indices: [{ names: ['.project_api_keys'], privileges: ['manage', 'read', 'write'] }],
  });
  proxy = await recordingProxy(elasticsearch.url);
  webhook = await answeringServer(async (request: IncomingMessage, response) => {
    posted.push(await text(request));
    response.end();
  });
  app = await startConsole([
    `--elasticsearch.hosts=${proxy.url}`,
    '--elasticsearch.username=console',
    `--elasticsearch.password=${PASSWORD}`,
    `--xpack.encryptedSavedObjects.encryptionKey=${'k'.repeat(32)}`,
    `--xpack.projectApiKeys.notifications.allowedHosts=${new URL(webhook.url).host}`,
    '--xpack.projectApiKeys.notifications.webhookSecret=the secret of the webhook',
  ]);
  await until(async () => {
    const { body } = await callApi(app.url, listTasksRoute, { authorization: ADMIN });
    return body.unavailable === undefined;
  });
});
afterAll(async () => {
  await app?.stop();
  await proxy?.[Symbol.asyncDispose]();
  await webhook?.[Symbol.asyncDispose]();
  // What it has written stays as it is, for the canary.
  await elasticsearch?.kill();
  rmSync(data, { recursive: true, force: true });
});

/** Who the `Authorization` headers are, as Elasticsearch says. */
async function whoAsked(method: string, path: string): Promise<object[]> {
  const headers = proxy.recorded.flatMap((request) =>
    request.method === method && request.path === path ? request.authorization : [],
  );
  return Promise.all(
    [...new Set(headers)].map((header) =>
      ask('GET', '/_security/_authenticate', undefined, header),
    ),
  );
}

describe('deleting expired keys', () => {
  let task: Task;

  it('gets a managed key with exactly what the task declares', async () => {
    task = await change('delete_expired_keys', { enabled: true, params: { older_than: '0s' } });
    const { api_keys } = await ask('GET', `/_security/api_key?id=${task.key?.id}`);
    expect(api_keys).toEqual([
      expect.objectContaining({
        name: task.key?.name,
        username: 'elastic',
        metadata: { managed: true, task: 'projectApiKeys:delete_expired_keys' },
        role_descriptors: {
          delete_expired_keys: expect.objectContaining({
            cluster: ['manage_api_key'],
            indices: [],
            applications: [],
            run_as: [],
          }),
        },
      }),
    ]);
  });

  it('deletes those of every owner, and no active one', async () => {
    const owners = await Promise.all(
      ['ann', 'bob', 'eve'].map((name) => aUser(name, { cluster: ['manage_own_api_key'] })),
    );
    const expired = await Promise.all(owners.map((owner) => aKey(owner, 'expired', '1s')));
    const active = await Promise.all(owners.map((owner) => aKey(owner, 'active', '90d')));
    const expirations = await Promise.all(
      expired.map(async (id) => {
        const { api_keys } = await ask('GET', `/_security/api_key?id=${id}`);
        return (api_keys as { expiration: number }[])[0]?.expiration ?? 0;
      }),
    );
    await until(() => Date.now() > Math.max(...expirations));

    proxy.recorded.length = 0;
    const { last_run, running } = await run('delete_expired_keys');
    expect({ last_run, running }).toEqual({
      last_run: expect.objectContaining({
        outcome: 'succeeded',
        message: 'Deleted 3 expired keys (1 of ann, 1 of bob, 1 of eve).',
        affected: 3,
      }),
      running: false,
    });
    expect(await Promise.all(expired.map(isValid))).toEqual([false, false, false]);
    expect(await Promise.all([...active, task.key?.id ?? ''].map(isValid))).toEqual(
      Array(4).fill(true),
    );
  });

  it('asked Elasticsearch as that key, never as the console or the user', async () => {
    const asTheKey = expect.objectContaining({
      authentication_type: 'api_key',
      api_key: expect.objectContaining({ id: task.key?.id }),
    });
    expect(await whoAsked('POST', '/_security/_query/api_key')).toEqual([asTheKey]);
    expect(await whoAsked('DELETE', '/_security/api_key')).toEqual([asTheKey]);
  });

  it('keeps the secret of its key out of answers, log and indices', async () => {
    const headers = proxy.recorded.map(({ authorization }) => authorization);
    const encoded = new Set(headers.flatMap((header) => header.match(/^ApiKey (.*)/)?.[1] ?? []));
    const canaries = [...encoded].flatMap((key) => [
      key,
      Buffer.from(key, 'base64').toString().split(':')[1] ?? '',
    ]);
    expect(canaries).toHaveLength(2);

    const tasks = await callApi(app.url, listTasksRoute, { authorization: ADMIN });
    const everything = await ask('GET', '/*/_search?expand_wildcards=all&size=1000');
    expect(JSON.stringify(everything)).toContain(task.key?.id);
    const shown = JSON.stringify([tasks.body, everything]) + app.output();
    for (const canary of canaries) expect(shown).not.toContain(canary);
  });

  it('is turned off with its key, by the queue', async () => {
    proxy.recorded.length = 0;
    expect(await change('delete_expired_keys', { enabled: false })).not.toHaveProperty('key');
    expect((await run('invalidate_released_keys')).last_run).toMatchObject({
      outcome: 'succeeded',
    });
    expect(await isValid(task.key?.id ?? '')).toBe(false);
    const asConsole = expect.objectContaining({ username: 'console' });
    expect(await whoAsked('DELETE', '/_security/api_key')).toEqual([asConsole]);
  });

  it('is refused to those who lack the privilege', async () => {
    const authorization = await aUser('own', { cluster: ['manage_own_api_key'] });
    await expect(change('delete_expired_keys', { enabled: true }, authorization)).rejects.toThrow(
      /cluster privilege \[manage_api_key\]/,
    );
  });
});

describe('telling about expiring keys', () => {
  const told = async () => {
    const { hits } = await ask('GET', `/${NOTIFICATIONS}/_search?size=100`);
    return (hits as { hits: { _id: string }[] }).hits.map(({ _id }) => _id);
  };

  it('writes one document a key and threshold, and posts it, once', async () => {
    const authorization = await aUser('watcher', {
      cluster: ['manage_own_api_key', 'read_security'],
      indices: [{ names: [NOTIFICATIONS], privileges: ['create_index', 'index', 'read'] }],
    });
    const id = await aKey(ADMIN, 'expiring', '10d');
    await change(
      'notify_expiring_keys',
      { enabled: true, params: { webhook_url: webhook.url } },
      authorization,
    );
    for (const message of [/^1 new notification, 1 sent/, /^0 new notifications, 0 sent/])
      expect((await run('notify_expiring_keys')).last_run).toMatchObject({
        outcome: 'succeeded',
        message: expect.stringMatching(message),
      });
    await ask('POST', `/${NOTIFICATIONS}/_refresh`);
    expect(await told()).toEqual([`${id}:14d`]);
    expect(posted.map((body) => JSON.parse(body).notifications)).toEqual([
      [expect.objectContaining({ event: expect.objectContaining({ id: `${id}:14d` }) })],
    ]);
  });

  it('needs less where there is no webhook', async () => {
    const authorization = await aUser('reader', {
      cluster: ['manage_own_api_key', 'read_security'],
      indices: [{ names: [NOTIFICATIONS], privileges: ['create_index', 'create_doc'] }],
    });
    const id = await aKey(ADMIN, 'expiring too', '6d');
    await change('notify_expiring_keys', { enabled: true, params: {} }, authorization);
    expect((await run('notify_expiring_keys')).last_run).toMatchObject({
      outcome: 'succeeded',
      message: '1 new notification.',
    });
    await ask('POST', `/${NOTIFICATIONS}/_refresh`);
    expect(await told()).toContain(`${id}:7d`);
  });
});

it('asks Elasticsearch only for what a serverless project has', () => {
  const asked = proxy.requests.map((request) =>
    request.replace(/\?.*/, '').replace(/_doc\/.+/, '_doc/{id}'),
  );
  const available = new Set([
    'GET /_security/_authenticate',
    'POST /_security/user/_has_privileges',
    'PUT /_security/api_key',
    'DELETE /_security/api_key',
    'POST /_security/_query/api_key',
    'PUT /.project_api_keys',
    'GET /.project_api_keys/_doc/{id}',
    'PUT /.project_api_keys/_doc/{id}',
    'DELETE /.project_api_keys/_doc/{id}',
    'POST /.project_api_keys/_search',
    `PUT /${NOTIFICATIONS}`,
    `POST /${NOTIFICATIONS}/_bulk`,
    `POST /${NOTIFICATIONS}/_search`,
  ]);
  expect(asked).not.toEqual([]);
  expect(asked.filter((request) => !available.has(request))).toEqual([]);
});
