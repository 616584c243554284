import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

const BOOKS = `books-${randomUUID()}`;
const READ = { indices: [{ names: [BOOKS], privileges: ['read'] }] };

let app: TestConsole;
let owner: TestUser;

beforeAll(async () => {
  [app, owner] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key', 'monitor'], ...READ }),
    prepare('PUT', `/${BOOKS}/_doc/1?refresh=true`, { title: 'Snow Crash' }),
  ]);
});
afterAll(() => app.stop());

const update = (id: string, body?: unknown, { authorization } = owner) =>
  callApi(app.url, updateKeyRoute, { authorization, params: { id }, body });
const search = ['GET', `/${BOOKS}/_search`] as const;

describe('200', () => {
  it('takes effect on the next request that is made with the key', async () => {
    const role_descriptors = { r: { cluster: ['monitor'] } };
    const key = await createKey(app.url, owner, { name: 'k', role_descriptors });
    expect(await statusWith(key, ...search)).toBe(403);
    const { status, body } = await update(key.id, { role_descriptors: { r: READ } });
    expect([status, body]).toEqual([200, { updated: true }]);
    expect(await statusWith(key, ...search)).toBe(200);
    await update(key.id, { role_descriptors });
    expect(await statusWith(key, ...search)).toBe(403);
  });

  it('leaves what is not given as it was', async () => {
    const before = { metadata: { team: 'books' }, role_descriptors: { r: READ } };
    const { id } = await createKey(app.url, owner, { name: 'k', expiration: '1d', ...before });
    await update(id, { metadata: { team: 'songs' } });
    const { authorization } = owner;
    const { body } = await callApi(app.url, getKeyRoute, { authorization, params: { id } });
    expect(body.key).toMatchObject({
      name: 'k',
      metadata: { team: 'songs' },
      role_descriptors: { r: { indices: [{ names: [BOOKS] }] } },
    });
    expect(body.key.expiration).toBeDefined();
  });

  it('says when there was nothing to change', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    expect((await update(id)).body).toEqual({ updated: false });
  });
});

describe('400', () => {
  it.each([{ name: 'other' }, { expiration: '1d' }, { id: 'x' }, { metadata: null }])(
    'for %j, and the key stays as it was',
    async (body) => {
      const { id } = await createKey(app.url, owner, { name: 'k' });
      const { status, error } = await update(id, { role_descriptors: { r: READ }, ...body });
      expect(status).toBe(400);
      expect(error.message).toContain(`[request body.${Object.keys(body)[0]}]:`);
      const { authorization } = owner;
      const got = await callApi(app.url, getKeyRoute, { authorization, params: { id } });
      expect(got.body.key).toMatchObject({ name: 'k', role_descriptors: {} });
    },
  );

  it('for an expired key', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k', expiration: '1ms' });
    expect(await update(id, { metadata: {} })).toMatchObject({
      status: 400,
      error: { message: `cannot update expired API key [${id}]` },
    });
  });
});

describe('404', () => {
  it.each(['nope', 'a/b', 'ä ü'])('for the unknown key %s', async (id) => {
    expect((await update(id, { metadata: {} })).status).toBe(404);
  });

  it('for the key of another user, also to one who may manage all keys', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k' });
    const manager = await createUser({ cluster: ['manage_api_key'] });
    expect((await update(id, { metadata: {} }, manager)).status).toBe(404);
  });
});
