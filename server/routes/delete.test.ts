import { describe, expect, it, jest } from '@jest/globals';
import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import { callRoute, clientWith } from '../../test/helpers/call_route.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { encodeFor } from '../elasticsearch/checked_json.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { defineDeleteRoute } from './delete.ts';

const KEYS: readonly StoredKey[] = Array.from({ length: 5 }, (_, index) => ({
  id: `k${index}`,
  name: 'k',
  username: index < 3 ? 'ann' : 'ben',
  creation: index,
}));

async function remove(body: unknown, client: ElasticsearchClient) {
  const answer = await callRoute((router) => defineDeleteRoute(router, () => 1000), client, {
    body,
  });
  return { ...answer, result: answer.body as DeleteResult };
}

describe('POST /_delete', () => {
  it('names each id once, however often it was given', async () => {
    const { client } = keyStore(KEYS);
    expect(await remove({ ids: ['k0', 'k1', 'k0'] }, client)).toMatchObject({
      status: 200,
      body: { deleted: ['k0', 'k1'] },
    });
  });

  it('deletes what matches a filter, and no more', async () => {
    const { client, keys } = keyStore(KEYS);
    const { result } = await remove({ filter: { owners: ['ann'] } }, client);
    expect(result).toMatchObject({ deleted: ['k0', 'k1', 'k2'], remaining: 0, next_cursor: null });
    expect(keys.filter((key) => key.invalidated).map(({ id }) => id)).toEqual(['k0', 'k1', 'k2']);
  });

  it('goes on where the cursor says', async () => {
    const { client } = keyStore(KEYS, ['k0']);
    const first = await remove({ filter: {}, size: 2 }, client);
    expect(first.result).toMatchObject({ deleted: ['k1'], failed: [{ id: 'k0' }], remaining: 4 });
    const cursor = first.result.next_cursor;
    const second = await remove({ filter: {}, size: 3, cursor }, client);
    expect(second.result).toMatchObject({
      deleted: ['k2', 'k3', 'k4'],
      failed: [],
      remaining: 1,
      next_cursor: null,
    });
  });

  const forged = (content: unknown) => encodeFor('deletion 1', content);
  const fit = { at: ['1', 'k'], given: [], left: 3 };

  it.each([
    [{}],
    [{ ids: [] }],
    [{ ids: 'a' }],
    [{ ids: [' '] }],
    [{ ids: [5] }],
    [{ ids: Array(1001).fill('a') }],
    [{ ids: ['a'], filter: {} }],
    [{ ids: ['a'], size: 5 }],
    [{ filter: { owner: 'ann' } }],
    [{ filter: {}, size: 1001 }],
    [{ filter: {}, cursor: 'abc' }],
    [{ filter: {}, cursor: encodeFor('deletion 0', fit) }],
    [{ filter: {}, cursor: forged({ ...fit, left: 0 }) }],
    [{ filter: {}, cursor: forged({ ...fit, left: undefined }) }],
    [{ filter: {}, cursor: forged({ ...fit, at: ['1'] }) }],
    [{ filter: {}, cursor: encodeFor('list 1 creation asc', fit) }],
    [undefined],
  ])('with %j is refused and deletes nothing', async (body) => {
    const invalidateApiKey = jest.fn();
    expect((await remove(body, clientWith({ invalidateApiKey }))).status).toBe(400);
    expect(invalidateApiKey).not.toHaveBeenCalled();
  });
});
