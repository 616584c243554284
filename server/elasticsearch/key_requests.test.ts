import { describe, expect, it, jest } from '@jest/globals';
import { clientWith } from '../../test/helpers/call_route.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { createKey, getKeys, invalidateKeys, queryKeys, updateKey } from './key_requests.ts';
import { authenticate, hasPrivileges } from './user_requests.ts';

const KEY = { id: 'k', username: 'ann', creation: 1 };
const INVALIDATED = {
  invalidated_api_keys: ['k'],
  previously_invalidated_api_keys: [],
  error_count: 0,
};

interface Case {
  readonly method: keyof ElasticsearchClient['security'];
  readonly send: (client: ElasticsearchClient) => Promise<unknown>;
  readonly answer: object;
  readonly maxRetries: number;
}
const CASES: readonly Case[] = [
  {
    method: 'queryApiKeys',
    send: (client) => queryKeys(client, {}),
    answer: { total: 1, api_keys: [KEY] },
    maxRetries: 2,
  },
  {
    method: 'getApiKey',
    send: (client) => getKeys(client, { id: 'k' }),
    answer: { api_keys: [KEY] },
    maxRetries: 2,
  },
  {
    method: 'createApiKey',
    send: (client) => createKey(client, { name: 'k' }),
    answer: { id: 'k', name: 'k', api_key: 's', encoded: 'e' },
    maxRetries: 0,
  },
  {
    method: 'updateApiKey',
    send: (client) => updateKey(client, { id: 'k' }),
    answer: { updated: true },
    maxRetries: 0,
  },
  {
    method: 'invalidateApiKey',
    send: (client) => invalidateKeys(client, { ids: ['k'] }),
    answer: INVALIDATED,
    maxRetries: 0,
  },
  {
    method: 'authenticate',
    send: (client) => authenticate(client),
    answer: { username: 'ann', lookup_realm: { name: 'native1' } },
    maxRetries: 2,
  },
  {
    method: 'hasPrivileges',
    send: (client) => hasPrivileges(client, {}),
    answer: { cluster: { all: true }, index: {}, application: {} },
    maxRetries: 2,
  },
];

describe.each(CASES)('$method', ({ method, send, answer, maxRetries }) => {
  const answering = (given: unknown) => jest.fn(async (..._request: unknown[]) => given);

  it(`is sent ${maxRetries + 1} times at most`, async () => {
    const ask = answering(answer);
    await send(clientWith({ [method]: ask }));
    expect(ask.mock.calls[0]?.[1]).toMatchObject({ maxRetries });
  });

  it.each([{}, [], ...Object.keys(answer).map((field) => ({ ...answer, [field]: null }))])(
    'fails for what is no answer to it: %j',
    async (given) => {
      await expect(send(clientWith({ [method]: answering(given) }))).rejects.toMatchObject({
        name: 'UnexpectedAnswer',
      });
    },
  );
});

describe('a query for some of the fields of keys', () => {
  const query = (given: object) =>
    queryKeys(clientWith({ queryApiKeys: async () => given }), {
      filter_path: 'total,api_keys.id',
    });

  it('may find none, and then leaves out the list', async () => {
    await expect(query({ total: 0 })).resolves.toEqual({ total: 0 });
    await expect(query({ total: 1, api_keys: [{ id: 'k' }] })).resolves.toBeDefined();
  });

  it.each([{}, { total: 1, api_keys: [{}] }])('fails for %j', async (given) => {
    await expect(query(given)).rejects.toMatchObject({ name: 'UnexpectedAnswer' });
  });
});

it.each([
  [
    'without a name, a type and metadata, as old ones are',
    { name: null, type: null, metadata: null },
  ],
  ['with more than is read of it', { profile_uid: 'u', certificate_identity: 'CN=a' }],
])('takes a key %s', async (_case, more) => {
  const answer = { total: 1, api_keys: [{ ...KEY, ...more }] };
  const found = await queryKeys(clientWith({ queryApiKeys: async () => answer }), {});
  expect(found).toBe(answer);
});
