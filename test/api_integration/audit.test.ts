import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CreatedKey, createKeyRoute } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { rotateKeyRoute } from '../../common/http_api/rotate_key.ts';
import { testKeyRoute } from '../../common/http_api/test_key.ts';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsoleBehindProxy } from '../helpers/console_behind_proxy.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';
import { logEntries } from '../helpers/log_entries.ts';
import { until } from '../helpers/until.ts';

let app: Awaited<ReturnType<typeof startConsoleBehindProxy>>;
let manager: TestUser;
let own: TestUser;
/** Whether Elasticsearch's answers get lost on their way. */
let isCutOff = false;

beforeAll(async () => {
  app = await startConsoleBehindProxy((_request, response, pass) =>
    isCutOff ? response.destroy() : pass(),
  );
  [manager, own] = await Promise.all([
    createUser({ cluster: ['manage_api_key'] }),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const entriesOf = (requestId: string | null) =>
  logEntries(app.output()).filter(({ trace }) => trace?.id === requestId);

/** The events of a request, once it has been logged as answered. */
async function eventsOf({ headers }: { readonly headers: Headers }) {
  const id = headers.get('x-request-id');
  await until(() => entriesOf(id).some((entry) => entry['log.logger'] === 'http.server.response'));
  return entriesOf(id).filter((entry) => entry['log.logger'] === 'audit');
}

/** An event of the manager's, of one of this plugin's operations. */
const event = (action: string, outcome: string, subject: object, user: TestUser = manager) =>
  expect.objectContaining({
    'event.dataset': 'project_api_keys.audit',
    event: expect.objectContaining({ action: `project_api_key_${action}`, outcome }),
    project_api_keys: subject,
    user: { name: user.username },
    client: { ip: '127.0.0.1' },
  });

const as = ({ authorization }: TestUser, rest: object = {}) => ({ authorization, ...rest });

describe('the audit trail', () => {
  let key: CreatedKey;
  beforeAll(async () => {
    key = await createKey(app.url, manager, { name: 'audited' });
  });

  it('has each operation once, with its keys', async () => {
    const created = await callApi(app.url, createKeyRoute, as(manager, { body: { name: 'one' } }));
    const { id, encoded } = created.body;
    expect(await eventsOf(created)).toEqual([
      event('create', 'success', { key_name: 'one', key_ids: [id] }),
    ]);
    const params = { id };
    const body = { metadata: { team: 'books' } };
    const updated = await callApi(app.url, updateKeyRoute, as(manager, { params, body }));
    expect(await eventsOf(updated)).toEqual([event('update', 'success', { key_ids: [id] })]);

    const tested = await callApi(app.url, testKeyRoute, as(manager, { body: { encoded } }));
    expect(await eventsOf(tested)).toEqual([event('test', 'success', { key_ids: [id] })]);

    const rotated = await callApi(app.url, rotateKeyRoute, as(manager, { params }));
    const next = rotated.body.created.id;
    expect(await eventsOf(rotated)).toEqual([
      event('rotate', 'success', { key_ids: [id, next], key_name: 'one' }),
    ]);
    const ids = [id, next, 'unknown'];
    const deleted = await callApi(app.url, deleteKeysRoute, as(manager, { body: { ids } }));
    expect(await eventsOf(deleted)).toEqual([
      event('delete', 'success', { key_ids: [id, next] }),
      event('delete', 'failure', { key_ids: ['unknown'] }),
    ]);
    const listed = await callApi(app.url, queryKeysRoute, as(manager));
    expect(await eventsOf(listed)).toEqual([]);
  });

  it('has an export', async () => {
    const exported = await fetch(`${app.url}/api/project_api_keys/_export`, {
      method: 'POST',
      headers: { ...as(manager), 'kbn-xsrf': 'x', 'content-type': 'application/json' },
      body: '{"filter":{"kinds":["managed"]}}',
    });
    await exported.text();
    const subject = { filter: '{"kinds":["managed"]}' };
    expect(await eventsOf(exported)).toEqual([event('export', 'success', subject)]);
  });

  it('has what Elasticsearch refuses', async () => {
    const body = { ids: [key.id] };
    const refused = await callApi(app.url, deleteKeysRoute, as(own, { body }));
    expect(refused.body.deleted).toEqual([]);
    expect(await eventsOf(refused)).toEqual([
      event('delete', 'failure', { key_ids: [key.id] }, own),
    ]);
    const encoded = Buffer.from(`${key.id}:guessed`).toString('base64');
    const guessed = await callApi(app.url, testKeyRoute, as(own, { body: { encoded } }));
    expect(await eventsOf(guessed)).toEqual([event('test', 'failure', { key_ids: [key.id] }, own)]);
  });

  it('says where nobody knows what became of it', async () => {
    isCutOff = true;
    const body = { name: 'lost' };
    const unknown = await callApi(app.url, createKeyRoute, as(manager, { body }));
    isCutOff = false;
    expect(unknown.status).toBe(503);
    expect(await eventsOf(unknown)).toEqual([event('create', 'unknown', { key_name: 'lost' })]);
  });

  it('names the key that a program acts with', async () => {
    const authorization = `ApiKey ${key.encoded}`;
    const asked = await callApi(app.url, createKeyRoute, { authorization, body: { name: 'x' } });
    expect(await eventsOf(asked)).toMatchObject([{ apikey: { id: key.id } }]);
  });

  it('has no secret, and nor has the rest of the log', () => {
    const secrets = [manager, own].flatMap(({ password, authorization }) => [
      password,
      authorization.split(' ')[1],
    ]);
    expect(app.output()).toContain(key.id);
    for (const secret of [key.api_key, key.encoded, ...secrets])
      expect(app.output()).not.toContain(secret);
  });
});
