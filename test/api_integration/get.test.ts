import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

let app: TestConsole;
let owner: TestUser;
let other: TestUser;
let viewer: TestUser;

beforeAll(async () => {
  [app, owner, other, viewer] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'] }),
    createUser({ cluster: ['manage_own_api_key'] }),
    createUser({ cluster: ['read_security'] }),
  ]);
});
afterAll(() => app.stop());

const get = ({ authorization }: TestUser, id: string, query = {}) =>
  callApi(app.url, getKeyRoute, { authorization, params: { id }, query });

describe('200', () => {
  it('describes the key to its owner and to one who may read all, without its secret', async () => {
    const created = await createKey(app.url, owner, { name: 'k', metadata: { managed: true } });
    for (const user of [owner, viewer]) {
      const { status, body } = await get(user, created.id);
      expect(status).toBe(200);
      expect(body.key).toMatchObject({
        id: created.id,
        name: 'k',
        type: 'rest',
        username: owner.username,
        realm: 'default_native',
        metadata: { managed: true },
        role_descriptors: {},
        kind: 'managed',
        status: 'active',
      });
      expect(body.key).not.toHaveProperty('limited_by');
      expect(JSON.stringify(body)).not.toContain(created.api_key);
    }
  });

  it('gives the limits of its owner only when asked for', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { body } = await get(owner, id, { with_limited_by: 'true' });
    expect(body.key.limited_by).toMatchObject([
      { [owner.username]: { cluster: ['manage_own_api_key'] } },
    ]);
  });
});

describe('404', () => {
  it.each(['nope', 'a/b', '*', '_search'])('for the unknown key %s', async (id) => {
    const { status, error } = await get(owner, id);
    expect(status).toBe(404);
    expect(error).toEqual({
      statusCode: 404,
      error: 'Not Found',
      message: `No API key has the id [${id}]`,
    });
  });

  it('for the key of another user', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    expect((await get(other, id)).status).toBe(404);
  });

  it('for a deleted key', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const { authorization } = owner;
    await callApi(app.url, deleteKeysRoute, { authorization, body: { ids: [id] } });
    expect((await get(owner, id)).status).toBe(404);
  });
});

describe('400 and 403', () => {
  it('for a parameter that is none', async () => {
    const { status, error } = await get(owner, 'k', { with_limited_by: 'yes' });
    expect(status).toBe(400);
    expect(error.message).toContain('[request query.with_limited_by]:');
  });

  it('for one who may see no keys', async () => {
    expect((await get(await createUser({}), 'k')).status).toBe(403);
  });
});
