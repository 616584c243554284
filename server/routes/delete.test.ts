import { expect, it, jest } from '@jest/globals';
import { callRoute, clientWith } from '../../test/helpers/call_route.ts';
import { defineDeleteRoute } from './delete.ts';

const invalidateApiKey = async ({ ids }: { ids: string[] }) => ({
  invalidated_api_keys: ids,
  previously_invalidated_api_keys: [],
  error_count: 0,
});

it('POST /_delete names each id once, however often it was given', async () => {
  const client = clientWith({ invalidateApiKey });
  const answer = await callRoute(defineDeleteRoute, client, { body: { ids: ['a', 'b', 'a'] } });
  expect(answer).toMatchObject({ status: 200, body: { deleted: ['a', 'b'] } });
});

it.each([
  [{}],
  [{ ids: [] }],
  [{ ids: 'a' }],
  [{ ids: [' '] }],
  [{ ids: [5] }],
  [{ ids: Array(1001).fill('a') }],
  [{ filter: {} }],
  [{ ids: ['a'], filter: {} }],
  [undefined],
])('POST /_delete with %j is refused and deletes nothing', async (body) => {
  const invalidate = jest.fn(invalidateApiKey);
  const client = clientWith({ invalidateApiKey: invalidate });
  expect((await callRoute(defineDeleteRoute, client, { body })).status).toBe(400);
  expect(invalidate).not.toHaveBeenCalled();
});
