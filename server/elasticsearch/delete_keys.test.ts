import { describe, expect, it, jest } from '@jest/globals';
import { clientWith, refusal } from '../../test/helpers/call_route.ts';
import { deleteKeys } from './delete_keys.ts';

const forbidden = refusal(403, 'security_exception', 'not yours to delete');
const result =
  (answer: object) =>
  async (..._request: unknown[]) => ({
    invalidated_api_keys: [],
    previously_invalidated_api_keys: [],
    error_count: 0,
    ...answer,
  });
const states = (keys: Readonly<Record<string, boolean>>) => async () => ({
  total: Object.keys(keys).length,
  api_keys: Object.entries(keys).map(([id, invalidated]) => ({
    id,
    invalidated,
    username: 'ann',
    creation: 0,
  })),
});
const NOTHING = { deleted: [], already_deleted: [], not_found: [], failed: [] };

describe('deleting keys', () => {
  it('takes one request where all of them go', async () => {
    const invalidateApiKey = jest.fn(result({ invalidated_api_keys: ['b', 'a'] }));
    const client = clientWith({ invalidateApiKey });
    expect(await deleteKeys(client, ['a', 'b'])).toEqual({ ...NOTHING, deleted: ['a', 'b'] });
    expect(invalidateApiKey.mock.calls).toEqual([[{ ids: ['a', 'b'] }, { maxRetries: 0 }]]);
  });

  it('tells apart what became of the others, each in one list', async () => {
    const client = clientWith({
      invalidateApiKey: result({
        invalidated_api_keys: ['new'],
        previously_invalidated_api_keys: ['raced'],
        error_details: [
          { type: 'security_exception', reason: 'Cannot invalidate [cross]' },
          { type: 'exception', reason: 'Error', caused_by: { reason: 'disk full' } },
        ],
      }),
      queryApiKeys: states({ old: true, cross: false, stuck: false }),
    });
    expect(await deleteKeys(client, ['new', 'raced', 'old', 'nope', 'cross', 'stuck'])).toEqual({
      deleted: ['new'],
      already_deleted: ['raced', 'old'],
      not_found: ['nope'],
      failed: [
        { id: 'cross', reason: 'Cannot invalidate [cross]' },
        { id: 'stuck', reason: 'disk full' },
      ],
    });
  });

  it('asks for the own keys of a user who may not name others', async () => {
    const invalidateApiKey = jest.fn(async (request: { owner?: true }) => {
      if (request.owner === undefined) throw forbidden;
      return result({ invalidated_api_keys: ['mine'] })(request);
    });
    const queryApiKeys = states({ theirs: false });
    const client = clientWith({ invalidateApiKey, queryApiKeys });
    expect(await deleteKeys(client, ['mine', 'theirs', 'unseen'])).toEqual({
      ...NOTHING,
      deleted: ['mine'],
      not_found: ['unseen'],
      failed: [{ id: 'theirs', reason: 'not yours to delete' }],
    });
  });

  it('is refused where Elasticsearch refuses that too', async () => {
    const client = clientWith({ invalidateApiKey: () => Promise.reject(forbidden) });
    await expect(deleteKeys(client, ['a'])).rejects.toBe(forbidden);
  });

  it('tells what was deleted also when the rest cannot be looked up', async () => {
    const client = clientWith({
      invalidateApiKey: result({ invalidated_api_keys: ['a'] }),
      queryApiKeys: () => Promise.reject(refusal(401, 'security_exception', 'key invalidated')),
    });
    expect(await deleteKeys(client, ['a', 'b'])).toEqual({
      ...NOTHING,
      deleted: ['a'],
      failed: [{ id: 'b', reason: 'key invalidated' }],
    });
  });
});
