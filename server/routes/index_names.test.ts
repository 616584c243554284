import { expect, it } from '@jest/globals';
import { callRoute, refusal } from '../../test/helpers/call_route.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { defineIndexNamesRoute } from './index_names.ts';

const names = (resolveIndex: (request: object) => Promise<object>) =>
  callRoute(defineIndexNamesRoute, { indices: { resolveIndex } } as unknown as ElasticsearchClient);

it('data streams, aliases and indices are named, each with its kind', async () => {
  const answer = await names(async () => ({
    indices: [{ name: 'books' }],
    aliases: [{ name: 'library' }],
    data_streams: [{ name: 'logs' }],
  }));
  expect(answer).toMatchObject({
    status: 200,
    body: {
      names: [
        { name: 'logs', kind: 'data_stream' },
        { name: 'library', kind: 'alias' },
        { name: 'books', kind: 'index' },
      ],
    },
  });
});

it('a thousand names are enough', async () => {
  const indices = Array.from({ length: 1200 }, (_, i) => ({ name: `index-${i}` }));
  const { body } = await names(async () => ({ indices, aliases: [{ name: 'library' }] }));
  const found = (body as { names: { name: string }[] }).names;
  expect(found).toHaveLength(1000);
  expect(found[0]).toMatchObject({ name: 'library' });
});

it('hidden and closed ones are not asked for', async () => {
  let asked = {};
  await names(async (request) => {
    asked = request;
    return {};
  });
  expect(asked).toMatchObject({ name: '*', expand_wildcards: 'open' });
});

it('a user who may see none gets none', async () => {
  const forbidden = refusal(403, 'security_exception', 'action is unauthorized');
  expect(await names(() => Promise.reject(forbidden))).toMatchObject({
    status: 200,
    body: { names: [] },
  });
});

it('any other failure is one', async () => {
  const away = refusal(503, 'unavailable_shards_exception', 'recovering');
  expect((await names(() => Promise.reject(away))).status).toBe(503);
});
