import { describe, expect, it } from '@jest/globals';
import { callRoute } from '../../test/helpers/call_route.ts';
import { keyStore } from '../../test/helpers/key_store.ts';
import { defineCountRoute } from './count.ts';

const DAY = 86_400_000;
const NOW = 1000 * DAY;
const { client, requests } = keyStore(
  [undefined, NOW - 1, NOW + DAY, NOW + 2 * DAY, NOW + 15 * DAY].map((expiration, index) => ({
    id: `k${index}`,
    name: 'k',
    username: index === 3 ? 'ben' : 'ann',
    creation: 1,
    ...(expiration !== undefined && { expiration }),
  })),
);

const count = (filter: object) =>
  callRoute((router) => defineCountRoute(router, () => NOW), client, { body: { filter } });

describe('POST /_count', () => {
  it.each([
    [{}, 5],
    [{ owners: ['ann'], statuses: ['expiring_soon'] }, 1],
    [{ expires: { never: true } }, 1],
    [{ search: 'nothing' }, 0],
  ])('of %j is %d', async (filter, expected) => {
    expect(await count(filter)).toMatchObject({ status: 200, body: { count: expected } });
  });

  it('asks for neither keys nor aggregations', async () => {
    await count({});
    expect(requests.at(-1)).toMatchObject({ size: 0 });
    expect(requests.at(-1)).not.toHaveProperty('aggs');
  });
});
