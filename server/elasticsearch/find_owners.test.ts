import { describe, expect, it } from '@jest/globals';
import type { KeyFilter } from '../../common/key_filter.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { findOwners } from './find_owners.ts';

const NOW = 1_000;
const owned = (username: string, keys: number, more: Partial<StoredKey> = {}) =>
  Array.from({ length: keys }, (_, index) => ({
    id: `${username}/${index}`,
    name: 'k',
    username,
    creation: 1,
    ...more,
  }));
const KEYS: readonly StoredKey[] = [
  ...owned('Ann.Books', 1),
  ...owned('joann', 3),
  ...owned('ben*', 2, { expiration: NOW }),
  ...owned('гость', 1),
  ...owned('ann.gone', 1, { invalidated: true }),
];

const find = (username: string, filter: KeyFilter = {}, store = keyStore(KEYS)) =>
  findOwners(store.client, username, filter, NOW, new AbortController().signal);
const named = async (username: string, filter?: KeyFilter) =>
  (await find(username, filter)).owners.map((owner) => owner.username);

describe('owners', () => {
  it('are found by part of their name in any case, those with the most keys first', async () => {
    expect(await find('ANN')).toEqual({
      owners: [
        { username: 'joann', count: 3 },
        { username: 'Ann.Books', count: 1 },
      ],
    });
  });

  it.each<[string, string, KeyFilter, string[]]>([
    ['by a star as a star', '*', {}, ['ben*']],
    ['by other alphabets', 'ГОСТЬ', {}, ['гость']],
    ['not by several words', 'jo ann', {}, []],
    ['beyond the owners that are chosen', 'joann', { owners: ['ben*'] }, ['joann']],
    ['among the keys of the other filters', 'n', { statuses: ['expired'] }, ['ben*']],
  ])('are found %s', async (_case, username, filter, found) => {
    expect(await named(username, filter)).toEqual(found);
  });

  it('are the 100 with the most keys, by one request', async () => {
    const store = keyStore(
      Array.from({ length: 120 }, (_, n) => owned(`user${n}`, n < 20 ? 1 : 2)).flat(),
    );
    const { owners } = await find('user', {}, store);
    expect(owners).toHaveLength(100);
    expect(owners.every(({ count }) => count === 2)).toBe(true);
    expect(store.requests).toHaveLength(1);
  });
});
