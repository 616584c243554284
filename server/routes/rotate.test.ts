import { errors } from '@elastic/elasticsearch';
import { describe, expect, it, jest } from '@jest/globals';
import { callRoute, clientWith, refusal } from '../../test/helpers/call_route.ts';
import { defineRotateRoute } from './rotate.ts';

const NOW = Date.UTC(2026, 0, 31);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OLD = {
  id: 'old',
  name: 'k',
  type: 'rest',
  creation: NOW - 10 * DAY,
  invalidated: false,
  username: 'ann',
  realm: 'native1',
  metadata: { team: 'books' },
  role_descriptors: { r: { cluster: ['monitor'] } },
};
const CREATED = { id: 'new', name: 'k', api_key: 's', encoded: 'bmV3OnM=' };
const INVALIDATED = {
  invalidated_api_keys: [],
  previously_invalidated_api_keys: [],
  error_count: 0,
};
const ONCE = { maxRetries: 0 };
const NO_STORE = { 'cache-control': 'no-store' };

/** Elasticsearch with one key, of which each call can be made to go otherwise. */
function elasticsearchWith(old: object = {}, calls: Record<string, () => Promise<unknown>> = {}) {
  const call = (name: string, answer: unknown) =>
    jest.fn((..._request: unknown[]) => calls[name]?.() ?? Promise.resolve(answer));
  return {
    getApiKey: call('getApiKey', { api_keys: [{ ...OLD, ...old }] }),
    queryApiKeys: call('queryApiKeys', { total: 0, api_keys: [] }),
    createApiKey: call('createApiKey', CREATED),
    updateApiKey: call('updateApiKey', { updated: true }),
    invalidateApiKey: call('invalidateApiKey', INVALIDATED),
  };
}

const rotate = (elasticsearch: ReturnType<typeof elasticsearchWith>, body?: unknown) =>
  callRoute((router) => defineRotateRoute(router, () => NOW), clientWith(elasticsearch), {
    params: { id: 'old' },
    body,
  });

describe('the new key', () => {
  it.each<[string, object, object, object]>([
    ['that never expires, of one that does not', {}, {}, {}],
    [
      'with the lifetime that the old one was created with',
      { creation: NOW - 10 * DAY + 7, expiration: NOW + 20 * DAY + 7 },
      {},
      { expiration: '2592000s' },
    ],
    [
      'with the lifetime that was asked for',
      { expiration: NOW + DAY },
      { expiration: '7d' },
      { expiration: '7d' },
    ],
    ['with the name that was asked for', {}, { name: 'n' }, { name: 'n' }],
    ['with a name also where the old one has none', { name: null }, {}, { name: 'old' }],
    ['that inherits, of one that does', { role_descriptors: {} }, {}, { role_descriptors: {} }],
    [
      'without what Elasticsearch reserves for itself in metadata',
      { metadata: { _cloned_from: 'x', a: { _b: 1 } } },
      {},
      { metadata: { a: { _b: 1 }, rotated_from: 'old' } },
    ],
    [
      'that names the key it replaces, and not the one before',
      { metadata: { rotated_from: 'older' } },
      {},
      { metadata: { rotated_from: 'old' } },
    ],
  ])('is one %s', async (_case, old, body, expected) => {
    const elasticsearch = elasticsearchWith(old);
    expect((await rotate(elasticsearch, body)).status).toBe(200);
    const like = {
      name: 'k',
      role_descriptors: OLD.role_descriptors,
      metadata: { team: 'books', rotated_from: 'old' },
    };
    expect(elasticsearch.createApiKey.mock.calls).toEqual([
      [{ ...like, ...expected }, { maxRetries: 0 }],
    ]);
  });

  it('is answered with its secret, which nobody may store', async () => {
    const answer = await rotate(elasticsearchWith());
    expect(answer).toMatchObject({ status: 200, headers: NO_STORE, body: { created: CREATED } });
  });
});

describe('the old key', () => {
  it.each([
    ['a day more where nothing is said', {}, {}, '86400s'],
    ['as long as was asked for', {}, { grace_period: '90m' }, '5400s'],
    ['no longer, where it would have gone on', { expiration: NOW + 2 * DAY }, {}, '86400s'],
  ])('works %s, and nothing else of it changes', async (_case, old, body, expiration) => {
    const elasticsearch = elasticsearchWith(old);
    await rotate(elasticsearch, body);
    expect(elasticsearch.updateApiKey.mock.calls).toEqual([[{ id: 'old', expiration }, ONCE]]);
    expect(elasticsearch.invalidateApiKey).not.toHaveBeenCalled();
  });

  it('is left alone where it ends before the grace period does', async () => {
    const elasticsearch = elasticsearchWith({ expiration: NOW + HOUR });
    const { body } = await rotate(elasticsearch);
    expect(body).toMatchObject({ previous: { id: 'old', expiration: NOW + HOUR } });
    expect(elasticsearch.updateApiKey).not.toHaveBeenCalled();
  });

  it('is told with the end that Elasticsearch gave it', async () => {
    const ends = [{}, { expiration: NOW + DAY + 5 }];
    const getApiKey = async () => ({ api_keys: [{ ...OLD, ...ends.shift() }] });
    const { body } = await rotate(elasticsearchWith({}, { getApiKey }));
    expect(body).toMatchObject({ previous: { id: 'old', expiration: NOW + DAY + 5 } });
  });

  it('does not cost the new secret where its end cannot be looked up', async () => {
    let looks = 0;
    const getApiKey = async () => {
      if (looks++ > 0) throw refusal(503, 'unavailable_shards_exception', 'away');
      return { api_keys: [OLD] };
    };
    const elasticsearch = elasticsearchWith({}, { getApiKey });
    expect(await rotate(elasticsearch)).toMatchObject({
      status: 200,
      body: { created: CREATED, previous: { id: 'old', expiration: NOW + DAY } },
    });
  });

  it.each(['0s', '0', '999ms'])('ends at once with a grace period of %s', async (grace_period) => {
    const elasticsearch = elasticsearchWith();
    const { body } = await rotate(elasticsearch, { grace_period });
    expect(body).toMatchObject({ previous: { id: 'old', expiration: NOW } });
    expect(elasticsearch.updateApiKey).not.toHaveBeenCalled();
    expect(elasticsearch.invalidateApiKey.mock.calls).toEqual([
      [{ ids: ['old'], owner: true }, ONCE],
    ]);
  });
});

describe('nothing is created', () => {
  it.each<[string, object, number, string]>([
    ['for a key that is not the user’s', { id: 'another' }, 404, 'No API key of yours'],
    ['for one that was deleted', { invalidated: true }, 404, 'No API key of yours'],
    ['for one that has expired', { expiration: NOW }, 400, 'has expired'],
    ['for a cross-cluster key', { type: 'cross_cluster' }, 400, 'is a cross-cluster key'],
  ])('%s', async (_case, old, status, message) => {
    const elasticsearch = elasticsearchWith(old);
    const answer = await rotate(elasticsearch);
    expect(answer).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
    expect(elasticsearch.createApiKey).not.toHaveBeenCalled();
  });

  it('for one whose successor still works, as after an answer that was lost', async () => {
    const queryApiKeys = async () => ({
      total: 1,
      api_keys: [{ id: 'successor', username: 'ann', creation: 1 }],
    });
    const elasticsearch = elasticsearchWith({}, { queryApiKeys });
    expect(await rotate(elasticsearch)).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('[successor] replaces it') },
    });
    expect(elasticsearch.createApiKey).not.toHaveBeenCalled();
  });
});

describe('where it fails half way', () => {
  const expired = () => Promise.reject(refusal(400, 'illegal_argument_exception', 'expired'));
  const slow = () => Promise.reject(new errors.TimeoutError('Request timed out'));
  const problem = { type: 'exception', reason: 'Error', caused_by: { reason: 'disk full' } };
  const stuck = async () => ({ ...INVALIDATED, error_count: 1, error_details: [problem] });

  it('the new key is deleted again and the reason passed on', async () => {
    const elasticsearch = elasticsearchWith({}, { updateApiKey: expired });
    expect(await rotate(elasticsearch)).toMatchObject({
      status: 400,
      body: { message: 'expired' },
    });
    expect(elasticsearch.invalidateApiKey.mock.calls).toEqual([
      [{ ids: ['new'], owner: true }, ONCE],
    ]);
  });

  it('and nobody knows what became of the old key, the user is told to look', async () => {
    const elasticsearch = elasticsearchWith({}, { updateApiKey: slow });
    expect(await rotate(elasticsearch)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: {
        message: expect.stringContaining('look at [old] first'),
        attributes: { outcome: 'unknown' },
      },
    });
  });

  it.each([
    ['is refused', slow, 'did not answer in time'],
    ['comes to nothing', stuck, 'disk full'],
  ])('and deleting the new key %s, the answer names both', async (_case, invalidateApiKey, why) => {
    const elasticsearch = elasticsearchWith({}, { updateApiKey: expired, invalidateApiKey });
    const { status, body } = await rotate(elasticsearch);
    expect([status, body]).toEqual([
      400,
      {
        message: expect.stringMatching(/\[new\] was created to replace \[old\].*\(expired\)/),
        attributes: { created: { id: 'new' }, previous: { id: 'old' } },
      },
    ]);
    expect(body).toMatchObject({ message: expect.stringContaining(why) });
  });

  it('at deleting the old key, the new one goes too', async () => {
    const invalidateApiKey = jest
      .fn<() => Promise<unknown>>()
      .mockImplementationOnce(stuck)
      .mockResolvedValue(INVALIDATED);
    const elasticsearch = elasticsearchWith({}, { invalidateApiKey });
    expect(await rotate(elasticsearch, { grace_period: '0s' })).toMatchObject({
      status: 503,
      body: { message: expect.stringContaining('disk full') },
    });
    expect(elasticsearch.invalidateApiKey.mock.calls).toEqual([
      [{ ids: ['old'], owner: true }, ONCE],
      [{ ids: ['new'], owner: true }, ONCE],
    ]);
  });

  it('at creating, it is asked once, and the old key stays', async () => {
    const elasticsearch = elasticsearchWith({}, { createApiKey: slow });
    expect(await rotate(elasticsearch)).toMatchObject({
      status: 503,
      body: { message: expect.stringContaining('it may have been created') },
    });
    expect(elasticsearch.createApiKey).toHaveBeenCalledTimes(1);
    expect(elasticsearch.updateApiKey).not.toHaveBeenCalled();
  });
});
