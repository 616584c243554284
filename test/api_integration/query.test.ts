import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { type KeyPage, queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { SORT_FIELDS } from '../../common/key_filter.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, createKeys } from '../helpers/keys.ts';

// Elasticsearch answers to a change of keys when it can be searched, up to a second later.
jest.setTimeout(30_000);

const OWN = { cluster: ['manage_own_api_key'] };

let app: TestConsole;
let owner: TestUser;
let viewer: TestUser;

beforeAll(async () => {
  [app, owner, viewer] = await Promise.all([
    startConsole(),
    createUser(OWN),
    createUser({ cluster: ['read_security'] }),
  ]);
  await createKeys(app.url, owner, [
    { name: 'Books *prod*', metadata: { team: 'books', nested: { on: true } } },
    { name: 'books test', expiration: '3d' },
    { name: 'Привет, Müller', expiration: '90d', metadata: { team: 'songs' } },
    { name: 'back\\slash?', expiration: '1ms', metadata: { managed: true } },
    { name: 'Alerting: disk full' },
  ]);
});
afterAll(() => app.stop());

const query = (body?: unknown, { authorization } = owner) =>
  callApi(app.url, queryKeysRoute, { authorization, body });
const namesOf = ({ keys }: KeyPage) => keys.map(({ name }) => name).sort();

/** All pages; `between` runs after each of them. */
async function walk(body: object, user: TestUser, between: (page: KeyPage) => unknown) {
  const pages: KeyPage[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await query({ ...body, ...(cursor !== undefined && { cursor }) }, user);
    expect(page.status).toBe(200);
    pages.push(page.body);
    await between(page.body);
    cursor = page.body.next_cursor;
  }
  return pages;
}

describe('200', () => {
  it('lists the keys of the user, the newest first, without a body', async () => {
    const { status, body } = await query();
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 5, next_cursor: null });
    const created = body.keys.map(({ creation }) => creation);
    expect(created).toEqual(created.toSorted((a, b) => b - a));
  });

  it.each([
    ['oOkS', ['Books *prod*', 'books test']],
    ['*', ['Books *prod*']],
    ['?', ['back\\slash?']],
    ['k\\s', ['back\\slash?']],
    ['привет', ['Привет, Müller']],
    ['MÜLLER', ['Привет, Müller']],
    ['test BOOKS', ['books test']],
    ['"books test"', ['books test']],
    ['"test books"', []],
    ['" OR (name:*', []],
  ])('finds the words %j literally in names, in any case', async (search, names) => {
    expect(namesOf((await query({ search })).body)).toEqual(names);
  });

  it.each(['x', '*', 'É ', 'İ', '日本', '"é" '])(
    'searches for as much text as a name can hold: %s…',
    async (part) => {
      expect((await query({ search: part.repeat(256 / part.length) })).body).toMatchObject({
        total: 0,
      });
    },
  );

  it('searches for as many different words as the text can hold', async () => {
    const letters = Array.from({ length: 128 }, (_, n) => String.fromCodePoint(0x400 + n));
    const search = letters.join(' ');
    expect(await query({ search })).toMatchObject({ status: 200, body: { total: 0 } });
  });

  it('finds a key by its id and keys by their owner', async () => {
    const { id } = await createKey(app.url, await createUser(OWN), { name: 'by id' });
    expect(namesOf((await query({ search: id }, viewer)).body)).toEqual(['by id']);
    expect(namesOf((await query({ search: id.slice(0, 12) }, viewer)).body)).toEqual([]);
    const part = owner.username.slice(5).toUpperCase();
    expect((await query({ search: part }, viewer)).body.total).toBe(5);
  });

  it.each([
    [{ kinds: ['managed'] }, ['Alerting: disk full', 'back\\slash?']],
    [{ kinds: ['personal', 'cross_cluster'], statuses: ['active'] }, 3],
    [{ statuses: ['expired'] }, ['back\\slash?']],
    [{ statuses: ['expiring_soon'] }, ['books test']],
    [{ statuses: ['active', 'expired'] }, 5],
    [{ metadata: { team: 'books' } }, ['Books *prod*']],
    [{ metadata: { 'nested.on': true } }, ['Books *prod*']],
    [{ metadata: { team: 'Books' } }, []],
    [{ expires: { from: Date.now() + 3_600_000 } }, ['books test', 'Привет, Müller']],
    [{ expires: { never: true } }, ['Alerting: disk full', 'Books *prod*']],
    [{ expires: { never: true, from: 0 } }, []],
    [{ created: { to: 0 } }, []],
    [{ owners: ['nobody'] }, []],
  ])('filters by %j', async (filter, expected) => {
    const { body } = await query(filter);
    const found = Array.isArray(expected) ? namesOf(body) : body.total;
    expect(found).toEqual(expected);
  });

  it('counts each option under all filters but its own', async () => {
    const { counts } = (await query({ kinds: ['managed'], statuses: ['active'] })).body;
    expect(counts).toMatchObject({
      kinds: { personal: 3, managed: 1, cross_cluster: 0 },
      statuses: { active: 1, expiring_soon: 0, expired: 1 },
      owners: [{ username: owner.username, count: 1 }],
      never_expires: 1,
    });
    const all = (await query()).body.counts;
    expect(all.statuses).toEqual({ active: 4, expiring_soon: 1, expired: 1 });
    expect((await query({ expires: { from: 0 } })).body.counts.never_expires).toBe(2);
    expect(all.expires.map(({ count }) => count)).toEqual([1, ...Array(11).fill(0), 1]);
  });

  it.each(SORT_FIELDS)('walks by %s over ties while keys come and go', async (field) => {
    const user = await createUser(OWN);
    const twins = await createKeys(app.url, user, Array(11).fill({ name: 'twin' }));
    const lost: string[] = [];
    const direction = field === 'name' ? 'asc' : 'desc';
    const pages = await walk({ sort: { field, direction }, size: 4 }, user, async ({ keys }) => {
      if (lost.length > 0) return;
      const seen = keys[0]?.id ?? '';
      const unseen = twins.find(({ id }) => !keys.some((key) => key.id === id))?.id ?? '';
      lost.push(seen, unseen);
      const { authorization } = user;
      await Promise.all([
        callApi(app.url, deleteKeysRoute, { authorization, body: { ids: lost } }),
        createKey(app.url, user, { name: 'twin' }),
      ]);
    });
    const ids = pages.flatMap(({ keys }) => keys.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain(lost[1]);
    const stayed = twins.map(({ id }) => id).filter((id) => !lost.includes(id));
    expect(ids).toEqual(expect.arrayContaining(stayed));
  });

  it('ends with a full last page', async () => {
    const pages = await walk({ size: 5 }, owner, () => undefined);
    expect(pages).toMatchObject([{ total: 5, next_cursor: null, keys: { length: 5 } }]);
  });

  it('shows the keys of all owners only to those who may read them', async () => {
    const owners = (page: KeyPage) => page.counts.owners.map(({ username }) => username);
    expect(owners((await query()).body)).toEqual([owner.username]);
    const all = await query({ owners: [owner.username] }, viewer);
    expect(all.body.total).toBe(5);
  });
});

describe('400', () => {
  it.each([
    [{ cursor: 'abc' }, 'cursor'],
    [{ size: 1001 }, 'size'],
    [{ kinds: ['secret'] }, 'kinds.0'],
    [{ metadata: { team: null } }, 'metadata.team'],
    [{ filter: {} }, 'filter'],
  ])('for %j names the place', async (body, path) => {
    const { status, error } = await query(body);
    expect(status).toBe(400);
    expect(error.message).toContain(`[request body.${path}]:`);
  });

  it('for the cursor of another sort', async () => {
    const { body } = await query({ size: 1 });
    const sort = { field: 'name', direction: 'asc' };
    const { status, error } = await query({ size: 1, sort, cursor: body.next_cursor });
    expect(status).toBe(400);
    expect(error.message).toContain('[request body.cursor]:');
  });
});

describe('403', () => {
  it('for one who may see no keys names the missing privilege', async () => {
    const { status, error } = await query({}, await createUser({}));
    expect(status).toBe(403);
    expect(error.message).toContain('manage_own_api_key');
  });
});
