import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { decodeDeletionCursor } from './cursor.ts';
import { deleteMatchingKeys } from './delete_matching_keys.ts';

const NOW = 1_000;
type Store = ReturnType<typeof keyStore>;

/** All chunks until there is no cursor; `between` may change the store. */
async function deleteAll(
  { client, ...store }: Store,
  size: number,
  between = (_keys: StoredKey[], _chunks: number): void => {},
): Promise<DeleteResult[]> {
  const chunks: DeleteResult[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const progress = cursor === undefined ? undefined : decodeDeletionCursor(cursor);
    const chunk = { filter: { owners: ['ann'] }, size, progress };
    const result = await deleteMatchingKeys(client, chunk, NOW);
    chunks.push(result);
    between(store.keys, chunks.length);
    cursor = result.next_cursor ?? null;
  }
  return chunks;
}

const toldOf = (chunks: readonly DeleteResult[]) => ({
  deleted: chunks.flatMap(({ deleted }) => deleted),
  failed: chunks.flatMap(({ failed }) => failed.map(({ id }) => id)),
});

/** Few different values: nearly every key ties with others. */
const stored = fc
  .array(
    fc.record({
      name: fc.constantFrom('a', 'b', null),
      username: fc.constantFrom('ann', 'ann', 'ben'),
      creation: fc.constantFrom(1, 2),
    }),
    { maxLength: 25 },
  )
  .map((keys) => keys.map((key, index): StoredKey => ({ ...key, id: `k${index}` })));
const stuck = fc.subarray(Array.from({ length: 25 }, (_, index) => `k${index}`));
const size = fc.integer({ min: 1, max: 7 });

describe('a deletion by a filter', () => {
  it('tells of each key once what became of it, and how many are left', async () => {
    await fc.assert(
      fc.asyncProperty(stored, stuck, size, async (keys, stuck, size) => {
        const store = keyStore(keys, stuck);
        const chunks = await deleteAll(store, size);
        const { deleted, failed } = toldOf(chunks);
        const meant = keys.filter(({ username }) => username === 'ann').map(({ id }) => id);
        expect(deleted.sort()).toEqual(meant.filter((id) => !stuck.includes(id)).sort());
        expect(failed.sort()).toEqual(meant.filter((id) => stuck.includes(id)).sort());
        expect(chunks).toHaveLength(Math.max(1, Math.ceil(meant.length / size)));
        expect(chunks.at(-1)?.remaining).toBe(failed.length);
        const gone = store.keys.filter(({ invalidated }) => invalidated).map(({ id }) => id);
        expect(gone.sort()).toEqual(deleted.sort());
      }),
    );
  });

  it('begins with the oldest', async () => {
    const keys = [3, 1, 2].map((creation) => ({
      id: `k${creation}`,
      name: 'k',
      username: 'ann',
      creation,
    }));
    expect(toldOf(await deleteAll(keyStore(keys), 1)).deleted).toEqual(['k1', 'k2', 'k3']);
  });

  it('misses no key when others go meanwhile, and ends when new ones never cease', async () => {
    await fc.assert(
      fc.asyncProperty(stored, stuck, size, fc.infiniteStream(fc.nat()), async (...run) => {
        const [keys, stuck, size, random] = run;
        const store = keyStore(keys, stuck);
        const meant = keys.filter(({ username }) => username === 'ann').map(({ id }) => id);
        const lost = new Set<string>();
        const chunks = await deleteAll(store, size, (present, chunks) => {
          const [victim] = present.splice(Number(random.next().value) % (present.length + 1), 1);
          if (victim !== undefined) lost.add(victim.id);
          const born = Array.from({ length: size }, (_, n) => `new ${chunks}/${n}`);
          present.push(
            ...born.map((id) => ({ id, name: 'k', username: 'ann', creation: 2 + chunks })),
          );
        });
        const { deleted, failed } = toldOf(chunks);
        const told = [...deleted, ...failed];
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(meant.length);
        expect(told).toEqual(expect.arrayContaining(meant.filter((id) => !lost.has(id))));
      }),
    );
  });

  it('has small cursors however many keys tie', async () => {
    const keys = Array.from({ length: 12_000 }, (_, index) => ({
      id: `k${index}`,
      name: 'same',
      username: 'ann',
      creation: 1,
    }));
    const chunks = await deleteAll(keyStore(keys, ['k7']), 1000);
    expect(toldOf(chunks)).toMatchObject({ deleted: { length: 11_999 }, failed: ['k7'] });
    for (const { next_cursor } of chunks) expect(next_cursor?.length ?? 0).toBeLessThan(200);
  });

  it('asks Elasticsearch for the keys and to invalidate them, and no more', async () => {
    const keys = [1, 2].map((creation) => ({
      id: `k${creation}`,
      name: 'k',
      username: 'ann',
      creation,
    }));
    const store = keyStore(keys);
    await deleteAll(store, 1);
    expect(store.requests).toHaveLength(2);
  });

  it('tells that there was nothing to delete', async () => {
    expect(await deleteAll(keyStore([]), 5)).toEqual([
      {
        deleted: [],
        already_deleted: [],
        not_found: [],
        failed: [],
        remaining: 0,
        next_cursor: null,
      },
    ]);
  });
});
