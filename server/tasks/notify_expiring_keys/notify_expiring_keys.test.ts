import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Secret } from '../../../common/secret.ts';
import { fakeNotificationIndex } from '../../../test/helpers/fake_notification_index.ts';
import { keyStore, type StoredKey } from '../../../test/helpers/key_store.ts';
import type { ElasticsearchClient } from '../../kibana.ts';
import { notifyExpiringKeys } from './notify_expiring_keys.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 31);
const WEBHOOK = { webhook_url: 'https://hooks.example.org/in' };

/** A key that is made 90 days before the start and expires so many days after it. */
const aKey = (id: string, expiresInDays: number, ageInDays = 90): StoredKey => ({
  id,
  name: `name of ${id}`,
  username: 'ann',
  creation: START - ageInDays * DAY,
  expiration: START + expiresInDays * DAY,
});

function aTask(keys: readonly StoredKey[], params: object = {}) {
  const { stored, client } = fakeNotificationIndex();
  const elasticsearch = {
    ...keyStore(keys).client,
    ...client(async (act) => act()),
  } as unknown as ElasticsearchClient;
  const settings = { allowedHosts: ['hooks.example.org'], webhookSecret: new Secret('secret') };
  const plan = notifyExpiringKeys({ settings, pause: async () => {} }).plan(params);
  if (!plan.ok) throw new Error('refused');
  let since = START;
  return {
    stored,
    told: () => [...stored.keys()].sort(),
    /** As the task manager does: what succeeded is not looked at again. */
    async run(now: number) {
      const { signal } = new AbortController();
      const call = { elasticsearch, username: 'ann', audit: { log() {} }, now, since, signal };
      const outcome = await plan.value.run(call);
      since = now;
      return outcome;
    },
  };
}

let post: jest.SpiedFunction<typeof fetch>;
beforeEach(() => {
  post = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(null));
});
afterEach(() => post.mockRestore());
const sent = (): string[] =>
  post.mock.calls.flatMap(([, init]) =>
    (
      JSON.parse(String(init?.body)) as { notifications: { event: { id: string } }[] }
    ).notifications.map(({ event }) => event.id),
  );

describe('what is told', () => {
  it('is each key at each of its thresholds, once', async () => {
    const { run, told } = aTask([aKey('a', 14), aKey('b', 15), aKey('c', 30)]);
    expect(await run(START)).toEqual({ message: '1 new notification.', affected: 1 });
    expect(await run(START)).toEqual({ message: '0 new notifications.', affected: 0 });
    for (let day = 1; day <= 15; day++) await run(START + day * DAY);
    expect(told()).toEqual(['a:14d', 'a:1d', 'a:7d', 'b:14d', 'b:1d', 'b:7d']);
  });

  it('has the fields of the Elastic Common Schema', async () => {
    const { run, stored } = aTask([aKey('a', 10)]);
    await run(START);
    expect(stored.get('a:14d')).toEqual({
      '@timestamp': '2026-01-31T00:00:00.000Z',
      message: 'The API key name of a of ann expires at 2026-02-10T00:00:00.000Z.',
      ecs: { version: '8.17.0' },
      event: {
        id: 'a:14d',
        kind: 'alert',
        category: ['iam'],
        type: ['info'],
        action: 'api-key-expiring',
        provider: 'project-api-keys',
      },
      user: { name: 'ann' },
      related: { user: ['ann'] },
      project_api_keys: {
        key: { id: 'a', name: 'name of a', expiration: '2026-02-10T00:00:00.000Z' },
        threshold: '14d',
      },
    });
  });

  it('is not that a key is young: of a short life, one threshold covers all', async () => {
    const { run, told } = aTask([aKey('hours', 0.5, 0), aKey('days', 5, 0)]);
    await run(START);
    expect(told()).toEqual(['days:7d', 'hours:1d']);
  });

  it('is that a key has expired, where no run came in time', async () => {
    const { run, stored } = aTask([aKey('a', 1.5)]);
    await run(START);
    await run(START + 3 * DAY);
    expect(stored.get('a:1d')?.message).toMatch(/ expired at /);
  });

  it('is nothing about keys that expired before the task was turned on', async () => {
    const { run, told } = aTask([aKey('a', -1)]);
    await run(START);
    expect(told()).toEqual([]);
  });

  it('goes over any number of keys', async () => {
    const { run } = aTask(Array.from({ length: 2500 }, (_, n) => aKey(`k${n}`, 10)));
    expect(await run(START)).toMatchObject({ affected: 2500 });
  });

  it('neither skips nor doubles one when the clock jumps by a day either way', async () => {
    const life = fc.record({
      expires: fc.integer({ min: 0, max: 20 * 24 }),
      age: fc.integer({ min: 0, max: 60 * 24 }),
    });
    // A run a day, of which the clock may make none, or two days.
    const jumps = fc.array(fc.constantFrom(0, 1, 2), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(fc.array(life, { maxLength: 10 }), jumps, async (lives, days) => {
        post.mockClear();
        const keys = lives.map(({ expires, age }, n) => aKey(`k${n}`, expires / 24, age / 24));
        const { run, told } = aTask(keys, WEBHOOK);
        const times = [START];
        for (const day of days) times.push((times.at(-1) ?? 0) + (day === 0 ? -DAY : day * DAY));
        for (const now of times) await run(now);
        // The same keys, looked at once, at the latest of these times.
        const once = aTask(keys);
        await once.run(Math.max(...times));
        expect(told()).toEqual(once.told());
        expect(sent().sort()).toEqual(told());
      }),
    );
  });
});

describe('a webhook', () => {
  it('gets what is new, in one request', async () => {
    const { run } = aTask([aKey('a', 10), aKey('b', 10)], WEBHOOK);
    expect(await run(START)).toEqual({
      message: '2 new notifications, 2 sent to hooks.example.org.',
      affected: 2,
    });
    expect(sent().sort()).toEqual(['a:14d', 'b:14d']);
    await run(START + HOUR);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('that does not answer makes the run fail, and gets everything later', async () => {
    const { run, told } = aTask([aKey('a', 10)], WEBHOOK);
    post.mockRejectedValue(new TypeError('fetch failed'));
    await expect(run(START)).rejects.toMatchObject({
      message:
        '1 new notification. The webhook at hooks.example.org cannot be reached. It will be tried again.',
      affected: 1,
    });
    expect(told()).toEqual(['a:14d']);
    post.mockClear().mockImplementation(async () => new Response(null));
    expect(await run(START + HOUR)).toMatchObject({ affected: 0 });
    expect(sent()).toEqual(['a:14d']);
  });

  it('needs more privileges, as what it got is marked', () => {
    const task = notifyExpiringKeys({
      settings: { allowedHosts: ['hooks.example.org'], webhookSecret: new Secret('s') },
      pause: async () => {},
    });
    const required = (params: object) => {
      const plan = task.plan(params);
      return plan.ok ? plan.value.requiredPrivileges : undefined;
    };
    const names = ['project-api-keys-notifications'];
    expect(required({})).toEqual({
      cluster: ['read_security'],
      index: [{ names, privileges: ['create_index', 'create_doc'] }],
    });
    expect(required(WEBHOOK)).toEqual({
      cluster: ['read_security'],
      index: [{ names, privileges: ['create_index', 'index', 'read'] }],
    });
  });
});

describe('its parameters', () => {
  const { plan } = notifyExpiringKeys({
    settings: { allowedHosts: [] },
    pause: async () => {},
  });

  it('have defaults', () => {
    expect(plan({})).toMatchObject({
      value: { params: { interval: '1d', before: ['14d', '7d', '1d'] } },
    });
  });

  it.each([
    { before: [] },
    { before: '7d' },
    { before: ['0d'] },
    { before: ['4000d'] },
    { before: Array.from({ length: 11 }, (_, n) => `${n + 1}d`) },
    { webhook_url: 'hooks.example.org' },
    { webhook_url: 'file:///etc/passwd' },
    { webhook_url: 'https://user:password@hooks.example.org/' },
  ])('are refused: %j', (params) => {
    expect(plan(params)).toMatchObject({ ok: false });
  });

  it.each([
    [
      [],
      's',
      /The host hooks\.example\.org:443 .* xpack\.projectApiKeys\.notifications\.allowedHosts/,
    ],
    [['example.org'], 's', /allowedHosts/],
    [['hooks.example.org:8443'], 's', /allowedHosts/],
    [['hooks.example.org'], undefined, /xpack\.projectApiKeys\.notifications\.webhookSecret/],
    [['HOOKS.example.org'], 's', undefined],
    [['hooks.example.org:443'], 's', undefined],
  ] as const)('with hosts %j and secret %s', async (allowedHosts, webhookSecret, obstacle) => {
    const settings = {
      allowedHosts,
      ...(webhookSecret !== undefined && { webhookSecret: new Secret(webhookSecret) }),
    };
    const found = notifyExpiringKeys({ settings, pause: async () => {} }).plan(WEBHOOK);
    const { obstacle: said } = found.ok ? found.value : {};
    if (obstacle === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(obstacle);
  });
});
