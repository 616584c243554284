import { expect, it } from '@jest/globals';
import { callRoute } from '../../test/helpers/call_route.ts';
import { keyStore } from '../../test/helpers/key_store.ts';
import { defineGetRoute } from './get.ts';

const STORE = keyStore([
  { id: 'k1', name: 'k', username: 'ann', creation: 1, expiration: 50 },
  { id: 'k2', name: 'k', username: 'ann', creation: 1, invalidated: true },
]);
const get = (id: string, query = {}) =>
  callRoute((router) => defineGetRoute(router, () => 50), STORE.client, { params: { id }, query });

it('GET /keys/{id} gives the key with its kind and its status by now', async () => {
  expect(await get('k1')).toMatchObject({
    status: 200,
    body: { key: { id: 'k1', kind: 'personal', status: 'expired' } },
  });
});

it.each(['k2', 'k', 'nope'])('GET /keys/%s is a 404: it was deleted or never was', async (id) => {
  expect(await get(id)).toMatchObject({
    status: 404,
    body: { message: `No API key has the id [${id}]` },
  });
});

it.each([
  [{}, false],
  [{ with_limited_by: 'false' }, false],
  [{ with_limited_by: 'true' }, true],
])('GET /keys/{id} with %j asks for the limits of the owner: %s', async (query, asked) => {
  await get('k1', query);
  expect(STORE.requests.at(-1)).toMatchObject({ with_limited_by: asked });
});
