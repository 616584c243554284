import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EXPIRING_SOON_MS, KINDS, kindOf, STATUSES, statusAt } from '../../common/api_key.ts';
import type { KeyQuery } from '../../common/key_filter.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { queryPage } from './query_page.ts';

const NOW = 2_000_000_000_000;
const DAY = 24 * 60 * 60 * 1000;

const pageOf = (keys: readonly StoredKey[], query: KeyQuery) =>
  queryPage(keyStore(keys).client, query, undefined, NOW, new AbortController().signal);

const stored = fc
  .array(
    fc.record(
      {
        name: fc.constantFrom('a', 'Alerting: b'),
        username: fc.constantFrom('ann', 'ben', 'eve'),
        creation: fc.constant(1),
        expiration: fc.constantFrom(NOW - 1, NOW, NOW + 1, NOW + EXPIRING_SOON_MS, NOW + 99 * DAY),
        type: fc.constantFrom('rest' as const, 'cross_cluster' as const),
        metadata: fc.constantFrom({ managed: true }, { managed: false }),
      },
      { requiredKeys: ['name', 'username', 'creation'] },
    ),
    { maxLength: 20 },
  )
  .map((keys) => keys.map((key, index) => ({ ...key, id: `k${index}` })));

const filter = fc.record(
  {
    kinds: fc.subarray([...KINDS]),
    statuses: fc.subarray([...STATUSES]),
    owners: fc.subarray(['ann', 'ben', 'nobody']),
    expires: fc.oneof(
      fc.record({ from: fc.constant(NOW), to: fc.constant(NOW + 20 * DAY) }),
      fc.constant({ never: true }),
    ),
  },
  { requiredKeys: [] },
);

/** What the interface says a filter means, key by key. */
function isWanted(key: StoredKey, { kinds = [], statuses = [], owners = [], expires }: KeyQuery) {
  const { expiration, type = 'rest', metadata = {}, name } = key;
  const status = statusAt(expiration, NOW);
  const all = status === 'expiring_soon' ? ['active', status] : [status];
  return (
    (kinds.length === 0 || kinds.includes(kindOf({ type, metadata, name }))) &&
    (statuses.length === 0 || statuses.some((wanted) => all.includes(wanted))) &&
    (owners.length === 0 || owners.includes(key.username)) &&
    (expires === undefined ||
      (expires.never
        ? expiration === undefined
        : expiration !== undefined &&
          expiration >= (expires.from ?? 0) &&
          expiration < (expires.to ?? Number.POSITIVE_INFINITY)))
  );
}

describe('counts', () => {
  it('are what choosing just that option would give', async () => {
    await fc.assert(
      fc.asyncProperty(stored, filter, async (keys, query) => {
        const { counts, total } = await pageOf(keys, query);
        const matching = (other: KeyQuery) => keys.filter((key) => isWanted(key, other)).length;
        expect(total).toBe(matching(query));
        for (const kind of KINDS) {
          expect(counts.kinds[kind]).toBe(matching({ ...query, kinds: [kind] }));
        }
        for (const status of STATUSES) {
          expect(counts.statuses[status]).toBe(matching({ ...query, statuses: [status] }));
        }
        for (const { username, count } of counts.owners) {
          expect(count).toBe(matching({ ...query, owners: [username] }));
        }
        for (const { from, to, count } of counts.expires) {
          expect(count).toBe(matching({ ...query, expires: { from, to } }));
        }
        expect(counts.never_expires).toBe(matching({ ...query, expires: { never: true } }));
      }),
    );
  });

  it('look at 13 weeks from now', async () => {
    const { counts } = await pageOf([], {});
    expect(counts.expires).toHaveLength(13);
    expect(counts.expires[0]).toEqual({ from: NOW, to: NOW + 7 * DAY, count: 0 });
    expect(counts.expires[12]?.to).toBe(NOW + 91 * DAY);
  });

  it('name the 100 owners of the most keys', async () => {
    const keys = Array.from({ length: 303 }, (_, index) => ({
      id: `k${index}`,
      name: 'k',
      username: `user${Math.min(index % 202, 150)}`,
      creation: 1,
    }));
    const { owners } = (await pageOf(keys, {})).counts;
    expect(owners).toHaveLength(100);
    expect(owners[0]?.username).toBe('user150');
  });

  it('are zero where no key matches', async () => {
    expect((await pageOf([], {})).counts).toMatchObject({
      kinds: { personal: 0, managed: 0, cross_cluster: 0 },
      statuses: { active: 0, expiring_soon: 0, expired: 0 },
      owners: [],
      never_expires: 0,
    });
  });
});
