import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { testKeyRoute } from '../../common/http_api/test_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  askElasticsearch,
  basic,
  createUser,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

let app: TestConsole;
let user: TestUser;

beforeAll(async () => {
  [app, user] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'] }),
  ]);
});
afterAll(() => app.stop());

const test = (encoded: unknown, { authorization } = user) =>
  callApi(app.url, testKeyRoute, { authorization, body: { encoded } });

const RESTRICTED = { r: { restriction: { workflows: ['search_application_query'] } } };

describe('a key that works', () => {
  it.each<[string, object]>([
    ['one that may do all that its owner may', {}],
    ['one that may do nothing', { role_descriptors: { r: {} } }],
    ['one for a workflow', { role_descriptors: RESTRICTED }],
  ])('is %s', async (_case, body) => {
    const key = await createKey(app.url, user, { name: 'k', expiration: '1d', ...body });
    const { status, headers, body: answer } = await test(key.encoded);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    const { id, name, expiration } = key;
    expect(answer).toEqual({ valid: true, id, name, username: user.username, expiration });
  });

  it('is one of another user, too, and does not lend its user anything', async () => {
    const { encoded } = await createKey(app.url, user, { name: 'k' });
    const nobody = await createUser({});
    const { body } = await test(encoded, nobody);
    expect(body).toMatchObject({ valid: true, username: user.username });
    expect(body).not.toHaveProperty('expiration');
  });

  it('for a workflow is described only to who may see it', async () => {
    const { encoded } = await createKey(app.url, user, { name: 'k', role_descriptors: RESTRICTED });
    const { status, error } = await test(
      encoded,
      await createUser({ cluster: ['manage_own_api_key'] }),
    );
    expect([status, error.message]).toEqual([403, 'access restricted by workflow']);
  });
});

describe('a key that does not work', () => {
  const create = (body: object = {}) => createKey(app.url, user, { name: 'k', ...body });

  async function deletedKey(): Promise<string> {
    const { id, encoded } = await create();
    const { authorization } = user;
    await callApi(app.url, deleteKeysRoute, { authorization, body: { ids: [id] } });
    return encoded;
  }

  async function crossClusterKey(): Promise<string> {
    const { body } = await askElasticsearch(
      basic('elastic', sharedElasticsearch().password),
      'POST',
      '/_security/cross_cluster/api_key',
      { name: 'k', access: { search: [{ names: ['*'] }] } },
    );
    return (body as unknown as CreatedKey).encoded;
  }

  it.each<[string, () => Promise<string>, RegExp]>([
    ['has a wrong secret', async () => btoa(`${(await create()).id}:secret`), /secret is wrong/],
    ['expired', async () => (await create({ expiration: '1ms' })).encoded, /has expired/],
    ['was deleted', deletedKey, /has been deleted/],
    ['is unknown', async () => btoa('nope:secret'), /No API key has its id/],
    ['is for another cluster', crossClusterKey, /cross-cluster/],
    ['is no base64', async () => 'secret!', /not an encoded API key/],
    ['has no colon', async () => btoa('secret'), /not an encoded API key/],
  ])('%s', async (_case, encoded, reason) => {
    const given = await encoded();
    const { status, headers, body } = await test(given);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body).toEqual({ valid: false, reason: expect.stringMatching(reason) });
    expect(JSON.stringify(body)).not.toContain(given);
  });
});

it('what is no text is a 400 that does not repeat it', async () => {
  const { status, error } = await test({ key: 'secret' });
  expect(status).toBe(400);
  expect(error.message).toBe(
    '[request body.encoded]: expected an encoded API key of at most 4096 characters, got an object',
  );
});
