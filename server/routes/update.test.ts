import { expect, it, jest } from '@jest/globals';
import { callRoute, clientWith } from '../../test/helpers/call_route.ts';
import { defineUpdateRoute } from './update.ts';

const update = async (body?: unknown, id = 'k1') => {
  const updateApiKey = jest.fn(async (..._request: unknown[]) => ({ updated: true }));
  const client = clientWith({ updateApiKey });
  const answer = await callRoute(defineUpdateRoute, client, { params: { id }, body });
  return { answer, asked: updateApiKey.mock.calls };
};

it.each([
  [undefined, {}],
  [null, {}], // what Kibana gives for an empty body
  [{}, {}],
  [{ metadata: {} }, { metadata: {} }],
  [{ role_descriptors: {} }, { role_descriptors: {} }],
])('PUT /keys/{id} with %j changes only what is given', async (body, changes) => {
  const { answer, asked } = await update(body);
  expect(answer).toMatchObject({ status: 200, body: { updated: true } });
  expect(asked).toEqual([[{ id: 'k1', ...changes }, { maxRetries: 0 }]]);
});

it.each([{ name: 'new' }, { expiration: '1d' }, { metadata: null }, []])(
  'PUT /keys/{id} with %j is refused and changes nothing',
  async (body) => {
    const { answer, asked } = await update(body);
    expect(answer.status).toBe(400);
    expect(asked).toEqual([]);
  },
);

it('PUT /keys/_bulk_update is not the route of Elasticsearch that has this name', async () => {
  const { answer, asked } = await update({}, '_bulk_update');
  expect(answer.status).toBe(404);
  expect(asked).toEqual([]);
});
