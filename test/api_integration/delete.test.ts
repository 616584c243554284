import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, createKeys, statusWith } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

let app: TestConsole;
let owner: TestUser;
let manager: TestUser;
let viewer: TestUser;

beforeAll(async () => {
  [app, owner, manager, viewer] = await Promise.all([
    startConsole(),
    createUser({ cluster: ['manage_own_api_key'] }),
    createUser({ cluster: ['manage_api_key'] }),
    createUser({ cluster: ['read_security'] }),
  ]);
});
afterAll(() => app.stop());

const remove = ({ authorization }: TestUser, ids: readonly string[]) =>
  callApi(app.url, deleteKeysRoute, { authorization, body: { ids } });
const NOTHING = { deleted: [], already_deleted: [], not_found: [], failed: [] };

describe('200', () => {
  it('deletes one key, and tells what there was not to delete', async () => {
    const key = await createKey(app.url, owner, { name: 'k' });
    const first = await remove(owner, [key.id, 'nope', key.id]);
    expect(first.body).toEqual({ ...NOTHING, deleted: [key.id], not_found: ['nope'] });
    expect(await statusWith(key)).toBe(401);
    const second = await remove(owner, [key.id]);
    expect(second.body).toEqual({ ...NOTHING, already_deleted: [key.id] });
  });

  it.each([
    ['their owner', () => owner],
    ['one who may manage all keys', () => manager],
  ])('deletes 30 keys at once for %s', async (_case, who) => {
    const keys = await createKeys(app.url, owner, Array(30).fill({ name: 'k', expiration: '1d' }));
    const ids = keys.map(({ id }) => id);
    const { status, body } = await remove(who(), ids);
    expect([status, body]).toEqual([200, { ...NOTHING, deleted: ids }]);
    const statuses = await Promise.all(keys.map((key) => statusWith(key)));
    expect(statuses).toEqual(Array(30).fill(401));
  });

  it('deletes an expired key', async () => {
    const { id } = await createKey(app.url, owner, { name: 'k', expiration: '1ms' });
    expect((await remove(owner, [id])).body.deleted).toEqual([id]);
  });

  it('leaves the keys of others alone for one who may manage only their own', async () => {
    const theirs = await createKey(app.url, manager, { name: 'k' });
    expect((await remove(owner, [theirs.id])).body).toEqual({
      ...NOTHING,
      not_found: [theirs.id],
    });
    expect(await statusWith(theirs)).toBe(200);
  });

  it('says why where one may see a key but not delete it', async () => {
    const seer = await createUser({ cluster: ['manage_own_api_key', 'read_security'] });
    const theirs = await createKey(app.url, owner, { name: 'k' });
    expect((await remove(seer, [theirs.id])).body).toEqual({
      ...NOTHING,
      failed: [{ id: theirs.id, reason: expect.stringContaining('is unauthorized') }],
    });
    expect(await statusWith(theirs)).toBe(200);
  });
});

describe('400', () => {
  it.each([{}, { ids: [] }, { ids: ['a', ''] }, { ids: ['a'], filter: {} }, { filter: {} }])(
    'for %j',
    async (body) => {
      const { authorization } = owner;
      const { status, error } = await callApi(app.url, deleteKeysRoute, { authorization, body });
      expect(status).toBe(400);
      expect(error.message).toMatch(/^\[request body\.(ids|filter)/);
    },
  );
});

describe('403', () => {
  it('for one who may only read, and the key lives on', async () => {
    const key = await createKey(app.url, owner, { name: 'k' });
    expect((await remove(viewer, [key.id])).status).toBe(403);
    expect(await statusWith(key)).toBe(200);
  });
});
