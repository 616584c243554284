import { describe, expect, it, jest } from '@jest/globals';
import { refusal } from '../../../test/helpers/call_route.ts';
import { keyStore, type StoredKey } from '../../../test/helpers/key_store.ts';
import { deleteExpiredKeys } from './delete_expired_keys.ts';

const NOW = Date.UTC(2026, 0, 31);
const DAY = 24 * 60 * 60 * 1000;

let made = 0;
const aKey = (username: string, expiredDaysAgo?: number): StoredKey => ({
  id: `k${made++}`,
  name: 'a key',
  username,
  creation: NOW - 90 * DAY,
  ...(expiredDaysAgo !== undefined && { expiration: NOW - expiredDaysAgo * DAY }),
});

/** A run on behalf of `ann`. */
async function run(store: ReturnType<typeof keyStore>, params: object = {}) {
  const plan = deleteExpiredKeys.plan(params);
  if (!plan.ok) throw new Error('refused');
  const { signal } = new AbortController();
  const call = {
    elasticsearch: store.client,
    username: 'ann',
    audit: { log() {} },
    now: NOW,
    since: NOW,
    signal,
  };
  return plan.value.run(call);
}
const left = ({ keys }: ReturnType<typeof keyStore>) =>
  keys.flatMap(({ id, invalidated }) => (invalidated ? [] : id));

describe('which keys are deleted', () => {
  const [old, older, recent, live, forever] = [
    aKey('ann', 8),
    aKey('bob', 7),
    aKey('ann', 6.9),
    aKey('bob', -1),
    aKey('ann'),
  ];
  it.each([
    { params: {}, kept: [recent, live, forever] },
    { params: { older_than: '8d' }, kept: [older, recent, live, forever] },
    { params: { older_than: '0s' }, kept: [live, forever] },
    { params: { owners: 'own' }, kept: [older, recent, live, forever] },
    { params: { older_than: '100000d' }, kept: [old, older, recent, live, forever] },
  ])('those that expired long enough ago: $params', async ({ params, kept }) => {
    const store = keyStore([old, older, recent, live, forever]);
    await run(store, params);
    expect(left(store)).toEqual(kept.map(({ id }) => id));
  });
});

describe('what is reported', () => {
  it('is how many and whose', async () => {
    const keys = [aKey('ann', 9), aKey('bob', 9), aKey('bob', 9), aKey('eve', 9)];
    expect(await run(keyStore(keys))).toEqual({
      message: 'Deleted 4 expired keys (2 of bob, 1 of ann, 1 of eve).',
      affected: 4,
    });
  });

  it('is that there was nothing to do', async () => {
    expect(await run(keyStore([aKey('ann')]))).toEqual({
      message: 'No expired key was to be deleted.',
      affected: 0,
    });
  });

  it('names not more than ten owners', async () => {
    const keys = Array.from({ length: 12 }, (_, n) => aKey(`owner-${n}`, 9));
    const { message } = await run(keyStore(keys));
    expect(message).toMatch(/owner-7, the rest of 2 other owners\)\.$/);
  });

  it('is a failure that says what went nevertheless', async () => {
    const [good, bad] = [aKey('ann', 9), aKey('bob', 9)];
    await expect(run(keyStore([good, bad], [bad.id]))).rejects.toMatchObject({
      message: `Deleted 1 expired key (1 of ann). Others could not be deleted: [${bad.id}] is stuck`,
      affected: 1,
    });
  });

  it('is a failure that says what went before Elasticsearch failed', async () => {
    const store = keyStore(Array.from({ length: 1500 }, () => aKey('ann', 9)));
    const { security } = store.client;
    const queryApiKeys = jest
      .fn((request: unknown): unknown => security.queryApiKeys(request as never))
      .mockImplementationOnce(security.queryApiKeys as never)
      .mockRejectedValueOnce(refusal(429, 'circuit_breaking_exception', 'too much') as never);
    Object.assign(store, { client: { security: { ...security, queryApiKeys } } });
    await expect(run(store)).rejects.toMatchObject({
      message: expect.stringMatching(/^Deleted 1000 expired keys .* too much$/),
      affected: 1000,
    });
  });
});

it('deletes any number of keys that were made at the same moment, whatever fails', async () => {
  const keys = Array.from({ length: 3500 }, () => aKey('ann', 9));
  const [stuck] = keys;
  const store = keyStore(keys, [stuck?.id ?? '']);
  await expect(run(store)).rejects.toMatchObject({ affected: 3499 });
  expect(left(store)).toEqual([stuck?.id]);
});

describe('its parameters', () => {
  it('have defaults', () => {
    expect(deleteExpiredKeys.plan({})).toMatchObject({
      value: { params: { interval: '1d', older_than: '7d', owners: 'all' }, interval: '1d' },
    });
  });

  it.each([
    { interval: '9s' },
    { interval: '1.5h' },
    { interval: '10000ms' },
    { interval: '366d' },
    { interval: 60 },
    { older_than: '-1d' },
    { older_than: 'soon' },
    { owners: 'ann' },
    { retention: '1d' },
  ])('are refused: %j', (params) => {
    const [[field]] = Object.entries(params) as [[string, unknown]];
    expect(deleteExpiredKeys.plan(params)).toMatchObject({
      ok: false,
      problems: [{ path: [field] }],
    });
  });

  it.each(['10s', '1m', '24h', '365d'])('may say to run every %s', (interval) => {
    expect(deleteExpiredKeys.plan({ interval })).toMatchObject({ ok: true, value: { interval } });
  });
});
