import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type DeleteResult, deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { callApi } from '../helpers/api_client.ts';
import { writeKeys } from '../helpers/bulk_keys.ts';
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

describe('200 with a filter', () => {
  /** All chunks until there is no cursor. */
  async function removeMatching({ authorization }: TestUser, body: object) {
    const chunks: DeleteResult[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const { status, body: result } = await callApi(app.url, deleteKeysRoute, {
        authorization,
        body: { ...body, ...(cursor !== undefined && { cursor }) },
      });
      expect(status).toBe(200);
      chunks.push(result);
      cursor = result.next_cursor ?? null;
    }
    return chunks;
  }
  const told = (chunks: readonly DeleteResult[]) => ({
    deleted: chunks.flatMap(({ deleted }) => deleted),
    failed: chunks.flatMap(({ failed }) => failed.map(({ id }) => id)),
  });

  it.each([
    ['their owner', () => ({ who: owner })],
    ['one who may manage all keys', () => ({ who: manager, owners: [owner.username] })],
  ])('deletes what matches for %s, chunk by chunk, the oldest first', async (_case, given) => {
    const { who, ...filter } = given();
    const search = randomUUID();
    const make = { owner: owner.username, expiration: null };
    const keys = await writeKeys([
      ...[7, 3, 3, 3, 9].map((creation) => ({ ...make, name: `matches ${search}`, creation })),
      { ...make, name: 'other', creation: 1 },
    ]);
    const chunks = await removeMatching(who, { filter: { ...filter, search }, size: 2 });
    expect(chunks.map(({ remaining }) => remaining)).toEqual([3, 1, 0]);
    const { deleted, failed } = told(chunks);
    expect([deleted.slice(3), failed]).toEqual([[keys[0]?.id, keys[4]?.id], []]);
    const statuses = await Promise.all(keys.map((key) => statusWith(key)));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 200]);
  });

  it('deletes all that one may see where the filter is empty', async () => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const keys = await createKeys(app.url, user, Array(3).fill({ name: 'k' }));
    const [result] = await removeMatching(user, { filter: {} });
    expect(result?.deleted.toSorted()).toEqual(keys.map(({ id }) => id).toSorted());
    expect(result).toMatchObject({ failed: [], remaining: 0, next_cursor: null });
  });

  it('steps over the keys that one may see but not delete', async () => {
    const seer = await createUser({ cluster: ['manage_own_api_key', 'read_security'] });
    const search = randomUUID();
    const creation = 5;
    const names = [seer.username, owner.username, seer.username, owner.username, owner.username];
    const keys = await writeKeys(names.map((owner) => ({ owner, name: search, creation })));
    const { deleted, failed } = told(await removeMatching(seer, { filter: { search }, size: 1 }));
    const of = ({ username }: TestUser) =>
      keys.filter((key) => key.owner === username).map(({ id }) => id);
    expect(deleted.toSorted()).toEqual(of(seer).toSorted());
    expect(failed.toSorted()).toEqual(of(owner).toSorted());
  });

  it('finds nothing where nothing matches', async () => {
    expect(await removeMatching(owner, { filter: { search: randomUUID() } })).toEqual([
      { ...NOTHING, remaining: 0, next_cursor: null },
    ]);
  });
});

describe('400', () => {
  it.each([
    {},
    { ids: [] },
    { ids: ['a', ''] },
    { ids: ['a'], filter: {} },
    { filter: { owner: 'a' } },
    { filter: {}, size: 0 },
    { filter: {}, cursor: 'abc' },
  ])('for %j', async (body) => {
    const { authorization } = owner;
    const { status, error } = await callApi(app.url, deleteKeysRoute, { authorization, body });
    expect(status).toBe(400);
    expect(error.message).toMatch(/^\[request body/);
  });
});

describe('403', () => {
  it('for one who may only read, and the key lives on', async () => {
    const key = await createKey(app.url, owner, { name: randomUUID() });
    expect((await remove(viewer, [key.id])).status).toBe(403);
    const { authorization } = viewer;
    const body = { filter: { search: key.name } };
    expect((await callApi(app.url, deleteKeysRoute, { authorization, body })).status).toBe(403);
    expect(await statusWith(key)).toBe(200);
  });
});
