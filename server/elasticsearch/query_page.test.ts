import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import { type KeyQuery, type KeySort, SORT_FIELDS } from '../../common/key_filter.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { decodeCursor } from './cursor.ts';
import { queryPage } from './query_page.ts';

const NOW = 1_000_000;
const SIGNAL = new AbortController().signal;
const NEWEST: KeySort = { field: 'creation', direction: 'desc' };

const pageAfter = (keys: readonly StoredKey[], query: KeyQuery, cursor: string | null) =>
  queryPage(
    keyStore(keys).client,
    query,
    cursor === null ? undefined : decodeCursor(cursor, query.sort ?? NEWEST),
    NOW,
    SIGNAL,
  );

/** Walks to the end; between two pages `change` may put other keys in place of the old ones. */
async function walk(
  keys: readonly StoredKey[],
  query: KeyQuery,
  change = (now: readonly StoredKey[], _pages: number) => now,
): Promise<KeyPage[]> {
  const pages: KeyPage[] = [];
  let stored = keys;
  let cursor: string | null = null;
  do {
    const page: KeyPage = await pageAfter(stored, query, cursor);
    pages.push(page);
    if (pages.length > 1000) throw new Error('The walk does not end');
    cursor = page.next_cursor;
    stored = change(stored, pages.length);
  } while (cursor !== null);
  return pages;
}

const idsOf = (pages: readonly KeyPage[]) => pages.flatMap(({ keys }) => keys.map(({ id }) => id));

/** Few different values: nearly every key ties with others. */
const tied = fc.record(
  {
    name: fc.constantFrom('a', 'b', null),
    username: fc.constantFrom('ann', 'ben'),
    creation: fc.constantFrom(1, 2),
    expiration: fc.constantFrom(NOW - 1, NOW + 1),
  },
  { requiredKeys: ['name', 'username', 'creation'] },
);
const store = fc
  .array(tied, { maxLength: 30 })
  .map((keys) => keys.map((key, index): StoredKey => ({ ...key, id: `k${index}` })));
const sort = fc.record({
  field: fc.constantFrom(...SORT_FIELDS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
});
const size = fc.integer({ min: 1, max: 7 });

describe('a walk from page to page', () => {
  it('gives every key once, in one order, on full pages', async () => {
    await fc.assert(
      fc.asyncProperty(store, sort, size, async (keys, sort, size) => {
        const pages = await walk(keys, { sort, size });
        const whole = await pageAfter(keys, { sort, size: 1000 }, null);
        expect(idsOf(pages).sort()).toEqual(keys.map(({ id }) => id).sort());
        expect(pages.every(({ total }) => total === keys.length)).toBe(true);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(keys.length / size)));
        const values = (page: KeyPage) => page.keys.map((key) => key[sort.field]);
        expect(pages.flatMap(values)).toEqual(values(whole));
      }),
    );
  });

  it('neither repeats nor drops a key when others go and come in between', async () => {
    await fc.assert(
      fc.asyncProperty(store, sort, size, fc.infiniteStream(fc.nat()), async (...run) => {
        const [keys, sort, size, random] = run;
        const next = () => Number(random.next().value);
        const lost = new Set<string>();
        const pages = await walk(keys, { sort, size }, (stored, pages) => {
          const victim = stored[next() % (stored.length + 1)];
          if (victim !== undefined) lost.add(victim.id);
          const born = keys[next() % (keys.length + 1)];
          const left = stored.filter((key) => key !== victim);
          return born === undefined ? left : [...left, { ...born, id: `new${pages}` }];
        });
        const ids = idsOf(pages);
        expect(new Set(ids).size).toBe(ids.length);
        const stayed = keys.filter(({ id }) => !lost.has(id)).map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(stayed));
      }),
    );
  });

  it('goes on after a tie of more keys than a page holds', async () => {
    const keys = Array.from({ length: 2500 }, (_, index) => ({
      id: `k${index}`,
      name: 'same',
      username: 'ann',
      creation: 1,
    }));
    expect(new Set(idsOf(await walk(keys, { size: 1000 }))).size).toBe(2500);
  });
});

describe('a page', () => {
  const keys: readonly StoredKey[] = [
    { id: 'old', name: 'b', username: 'ann', creation: 1, expiration: NOW },
    { id: 'legacy', name: null, username: 'ben', creation: 2 },
    { id: 'gone', name: 'gone', username: 'ann', creation: 3, invalidated: true },
    { id: 'new', name: 'a', username: 'ann', creation: 4, expiration: NOW + 1 },
  ];

  it('holds the newest keys first and never an invalidated one', async () => {
    expect(idsOf([await pageAfter(keys, {}, null)])).toEqual(['new', 'legacy', 'old']);
  });

  it.each([
    ['keys that never expire after all that do', 'expiration', 'asc', ['old', 'new', 'legacy']],
    ['and before them downwards', 'expiration', 'desc', ['legacy', 'new', 'old']],
    ['keys without a name before all others', 'name', 'asc', ['legacy', 'new', 'old']],
  ] as const)('sorts %s', async (_case, field, direction, ids) => {
    expect(idsOf([await pageAfter(keys, { sort: { field, direction } }, null)])).toEqual(ids);
  });

  it('is the last one when it is full', async () => {
    expect(await pageAfter(keys, { size: 3 }, null)).toMatchObject({ next_cursor: null, total: 3 });
  });

  it.each([
    ['one request without a counted filter', { search: 'a', created: { from: 1 } }, 1],
    ['two with one', { kinds: ['managed'] }, 2],
  ] as const)('takes %s', async (_case, query, requests) => {
    const asked = keyStore(keys);
    await queryPage(asked.client, query as KeyQuery, undefined, NOW, SIGNAL);
    expect(asked.requests).toHaveLength(requests);
  });
});
