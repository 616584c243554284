import { createHook } from 'node:async_hooks';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '../helpers/until.ts';
import { CONFIG_SCHEMA } from './fakes/config_schema.ts';
import { KEY } from './fakes/elasticsearch.ts';
import { type ServerExports, type ServerOptions, setUpInKibana } from './fakes/kibana_server.ts';
import { nameOf, type Sent } from './fakes/router.ts';
import { readZip } from './plugin_zip.ts';

jest.mock('@kbn/config-schema', () => CONFIG_SCHEMA, { virtual: true });

const PLUGINS: readonly (readonly [string, () => Promise<ServerExports>])[] = [
  ['of the sources', () => import('../../server/index.ts')],
  ['of the zip', loadZip],
];

async function loadZip(): Promise<ServerExports> {
  const { files } = await readZip('9.5.0');
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'server-contract-')), 'server');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.js'), files.get('server/index.js') ?? '');
  const exports = require(folder) as ServerExports;
  rmSync(path.dirname(folder), { recursive: true });
  return exports;
}

/** Each route with the smallest request that it takes; a body that is not there is `null`. */
const REQUESTS: readonly (readonly [name: string, sent: Sent, body: unknown])[] = [
  ['get /_openapi', {}, { openapi: expect.any(String) }],
  ['get /capabilities', {}, { enabled: true, can_manage_all: true }],
  ['get /index_names', {}, { names: [{ kind: 'index', name: 'books' }] }],
  ['get /keys/{id}', { params: { id: KEY.id } }, { key: { name: 'books' } }],
  ['get /tasks', {}, { tasks: [{}, {}, {}] }],
  ['post /_check_privileges', { body: { role_descriptors: {} } }, { excess: [] }],
  ['post /_count', { body: { filter: {} } }, { count: 1 }],
  ['post /_delete', { body: { ids: [KEY.id] } }, { deleted: [KEY.id] }],
  ['post /_export', { body: { filter: {} } }, expect.any(Readable)],
  ['post /_find_owners', { body: { username: 'a' } }, { owners: [{ username: 'ann' }] }],
  ['post /_query', {}, { total: 1 }],
  ['post /_test', { body: { encoded: 'azE6c2VjcmV0' } }, { valid: false }],
  ['post /keys', { body: { name: 'mine' } }, { name: 'mine', api_key: 'secret' }],
  ['post /keys/{id}/_rotate', { params: { id: KEY.id } }, { created: { name: 'books' } }],
  [
    'post /tasks/{id}/_run',
    { params: { id: 'invalidate_released_keys' } },
    { task: { enabled: true } },
  ],
  ['put /keys/{id}', { params: { id: KEY.id } }, { updated: true }],
  [
    'put /tasks/{id}',
    { params: { id: 'delete_expired_keys' }, body: { enabled: true } },
    { task: { enabled: true, key: { username: 'ann' } } },
  ],
];

describe.each(PLUGINS)('the server plugin %s', (_name, load) => {
  let exports: ServerExports;
  beforeAll(async () => {
    exports = await load();
  });
  const setUp = (options: Partial<ServerOptions> = {}) =>
    setUpInKibana(exports, { version: '9.5', ...options });

  describe.each(['9.1', '9.5'] as const)('in Kibana %s', (version) => {
    it('sets up, starts and stops, and leaves no timers', async () => {
      using timers = countTimers();
      const kibana = setUp({ version });
      kibana.start();
      await until(() => kibana.log.length + kibana.tasks.size > 0);
      kibana.stop();
      await until(() => timers.count() === 0);
    });

    it('shows its app to whoever may see keys', () => {
      const { features } = setUp({ version });
      expect(features).toEqual([
        {
          id: 'project_api_keys',
          management: { security: ['project_api_keys'] },
          privileges: [
            'manage_own_api_key',
            'manage_api_key',
            'manage_security',
            'read_security',
          ].map((privilege) => ({ requiredClusterPrivileges: [privilege], ui: [] })),
        },
      ]);
    });

    it('registers what it stores and its tasks', () => {
      const { types, definitions } = setUp({ version });
      expect(types.map(({ name }) => name)).toEqual([
        'project-api-keys-managed-key',
        'project-api-keys-released-key',
        'project-api-keys-task',
      ]);
      expect(Object.keys(definitions)).toEqual([
        'projectApiKeys:delete_expired_keys',
        'projectApiKeys:notify_expiring_keys',
        'projectApiKeys:invalidate_released_keys',
      ]);
    });

    it('refuses a body as Kibana words it', async () => {
      expect(await setUp({ version }).call('post /keys')).toMatchObject({
        status: 400,
        body: '[request body]: expected an object, got nothing',
      });
      expect(await setUp({ version }).call('post /keys', { body: { name: 5 } })).toMatchObject({
        body: expect.stringMatching(/^\[request body\.name\]: expected a string/),
      });
    });
  });

  describe('a request in Kibana', () => {
    it.each(REQUESTS)('%s is answered', async (name, sent, body) => {
      const kibana = setUp();
      kibana.start();
      expect(await kibana.call(name, sent)).toMatchObject({ status: 200, body });
      kibana.stop();
    });

    it('is tried here for each route', () => {
      expect(setUp().routes.map(nameOf).sort()).toEqual(REQUESTS.map(([name]) => name));
    });

    it('for an export gets it as a stream of CSV', async () => {
      const { body, headers } = await setUp().call('post /_export', { body: { filter: {} } });
      expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8' });
      expect(await text(body as Readable)).toMatch(/^id,name,.*\r?\nk1,books,/);
    });

    it('that Elasticsearch refuses gets its reason', async () => {
      expect(await setUp().call('get /keys/{id}', { params: { id: 'unknown' } })).toMatchObject({
        status: 404,
        body: { message: expect.stringContaining('unknown') },
      });
    });
  });

  describe('background tasks in Kibana', () => {
    it.each<[string, Partial<ServerOptions>, RegExp]>([
      ['9.1', { version: '9.1' }, /need Kibana 9\.2 or later/],
      ['without an encryption key', { canEncrypt: false }, /xpack\.encryptedSavedObjects/],
      ['without taskManager', { without: ['taskManager'] }, /need the plugins taskManager/],
      [
        'without encryptedSavedObjects',
        { without: ['encryptedSavedObjects'] },
        /need the plugins taskManager and encryptedSavedObjects/,
      ],
    ])('%s are off and say why, and all else works', async (_case, options, reason) => {
      const kibana = setUp(options);
      kibana.start();
      await until(() => kibana.log.length > 0);
      expect(kibana.log).toEqual([expect.stringMatching(reason)]);
      expect(await kibana.call('get /tasks')).toMatchObject({
        status: 200,
        body: { unavailable: expect.stringMatching(reason) },
      });
      expect(await kibana.call('post /_query')).toMatchObject({ status: 200, body: { total: 1 } });
      kibana.stop();
    });

    it('9.5 run, without a word in the log', async () => {
      const kibana = setUp();
      kibana.start();
      await until(() => kibana.tasks.size > 0);
      expect(kibana.log).toEqual([]);
      kibana.stop();
    });
  });

  it('without the plugin features is there for everybody', () => {
    expect(setUp({ without: ['features'] }).features).toEqual([]);
  });

  describe('settings in kibana.yml', () => {
    it('are taken by the schema of Kibana’s make', () => {
      const notifications = { allowedHosts: ['hooks.example.org'], webhookSecret: 'secret' };
      expect(() => setUp({ settings: { notifications } })).not.toThrow();
    });

    it.each([
      [{ notifications: { allowedHosts: 'a' } }, 'notifications.allowedHosts'],
      [{ notification: {} }, 'notification'],
    ])('%j stop Kibana, which names the one that is wrong', (settings, name) => {
      expect(() => setUp({ settings })).toThrow(
        `[config validation of [xpack.projectApiKeys]]: [xpack.projectApiKeys.${name}]: expected`,
      );
    });

    it('that are wrong are not quoted where they are secret', () => {
      const settings = { notifications: { webhookSecret: ['do not tell'] } };
      expect(() => setUp({ settings })).toThrow(/^(?!.*do not tell).*webhookSecret/);
    });

    it('are not shown to the browser', () => {
      expect(Object.keys(exports.config ?? {})).toEqual(['schema']);
    });
  });
});

/** How many timers the plugin has made since that have neither fired nor been cleared. */
function countTimers(): { count(): number } & Disposable {
  const timers = new Set<number>();
  const isOfPlugin = () => new Error().stack?.includes('/server/') === true;
  const hook = createHook({
    init: (id, type) => void (type === 'Timeout' && isOfPlugin() && timers.add(id)),
    destroy: (id) => void timers.delete(id),
  }).enable();
  return { count: () => timers.size, [Symbol.dispose]: () => void hook.disable() };
}
