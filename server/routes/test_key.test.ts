import { errors } from '@elastic/elasticsearch';
import { describe, expect, it, jest } from '@jest/globals';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { defineTestKeyRoute } from './test_key.ts';

const NO_STORE = { 'cache-control': 'no-store' };
const FOUND = { id: 'k1', name: 'k', username: 'ann', realm: 'native1', creation: 0 };
const encode = (text: string) => Buffer.from(text).toString('base64');

interface Answers {
  readonly authenticate?: () => Promise<unknown>;
  readonly found?: object;
  /** What the current user sees of it. */
  readonly seen?: readonly object[];
}

/** Tests a key, and tells by whose credentials Elasticsearch was asked. */
async function test(encoded: unknown, { authenticate, found, seen = [] }: Answers = {}) {
  const as = jest.fn(async (_authorization: string) =>
    clientWith({
      authenticate:
        authenticate ?? (async () => ({ username: 'ann', lookup_realm: { name: 'native1' } })),
      getApiKey: async () => ({ api_keys: found ? [found] : [] }),
    }),
  );
  const user = clientWith({ queryApiKeys: async () => ({ total: seen.length, api_keys: seen }) });
  const answer = await callRoute((router) => defineTestKeyRoute(router, as), user, {
    body: { encoded },
  });
  return { answer, asked: as.mock.calls };
}

const refused = (unsuccessful: object) => () =>
  Promise.reject(
    new errors.ResponseError({
      statusCode: 401,
      body: { error: { type: 'security_exception', reason: 'no', ...unsuccessful }, status: 401 },
      headers: {},
      warnings: null,
      meta: {},
    } as unknown as ConstructorParameters<typeof errors.ResponseError>[0]),
  );
const unsuccessful = (reason: string) =>
  refused({ additional_unsuccessful_credentials: `API key: ${reason}` });

describe('a key that works', () => {
  it('is used with its own credentials alone', async () => {
    const encoded = encode('k1:secret');
    const { answer, asked } = await test(encoded, { found: FOUND });
    expect(asked).toEqual([[`ApiKey ${encoded}`]]);
    expect(answer).toEqual({
      status: 200,
      headers: NO_STORE,
      body: { valid: true, id: 'k1', name: 'k', username: 'ann' },
    });
  });

  it('is told with its expiration', async () => {
    const { answer } = await test(encode('k1:s'), { found: { ...FOUND, expiration: 5 } });
    expect(answer.body).toMatchObject({ valid: true, expiration: 5 });
  });

  const restricted = () =>
    Promise.reject(refusal(403, 'role_restriction_exception', 'by workflow'));

  it('works too where it is restricted to a workflow that does not include this', async () => {
    const { answer } = await test(encode('k1:s'), { authenticate: restricted, seen: [FOUND] });
    expect(answer.body).toEqual({ valid: true, id: 'k1', name: 'k', username: 'ann' });
  });

  it('is not described to who cannot see it', async () => {
    const { answer } = await test(encode('k1:s'), { authenticate: restricted });
    expect(answer).toMatchObject({ status: 403, body: { message: 'by workflow' } });
  });
});

describe('a key that does not work is told with the reason:', () => {
  it.each([
    ['a wrong secret', unsuccessful('invalid credentials for API key [k1]'), /secret is wrong/],
    ['expired', unsuccessful('api key is expired'), /has expired/],
    ['deleted', unsuccessful('api key [k1] has been invalidated'), /has been deleted/],
    ['unknown', unsuccessful('unable to find apikey with id k1'), /No API key has its id/],
    [
      'for another cluster',
      refused({
        reason:
          'authentication expected API key type of [rest], but API key [k1] has type [cross_cluster]',
      }),
      /cross-cluster/,
    ],
    ['something new', unsuccessful('api key [secret] is tired'), /^Elasticsearch does not accept/],
    [
      'unknown, under an id that reads like another reason',
      unsuccessful('unable to find apikey with id api key is expired'),
      /No API key has its id/,
    ],
  ])('%s', async (_case, authenticate, reason) => {
    const { answer } = await test(encode('k1:s'), { authenticate });
    expect(answer).toEqual({
      status: 200,
      headers: NO_STORE,
      body: { valid: false, reason: expect.stringMatching(reason) },
    });
  });

  it('forgotten in between', async () => {
    const { answer } = await test(encode('k1:s'));
    expect(answer.body).toEqual({ valid: false, reason: expect.stringMatching(/No API key/) });
  });

  it.each(['', 'k1:secret', '%%%', 'a\nb', '_-_-', encode('no colon'), encode(':s'), 'AAAAA'])(
    'malformed as %j is, and Elasticsearch is not asked',
    async (encoded) => {
      const { answer, asked } = await test(encoded);
      expect(answer.body).toEqual({ valid: false, reason: expect.stringMatching(/base64/) });
      expect(asked).toEqual([]);
    },
  );
});

it.each([5, null, undefined, 'secret'.repeat(1000)])(
  '%j is no key, and not repeated',
  async (encoded) => {
    const { answer } = await test(encoded);
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('[request body.encoded]: expected') },
    });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  },
);

it('Elasticsearch being away says nothing about the key', async () => {
  const authenticate = () => Promise.reject(new errors.TimeoutError('Request timed out'));
  expect((await test(encode('k1:s'), { authenticate })).answer.status).toBe(503);
});
