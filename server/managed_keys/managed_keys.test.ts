import { describe, expect, it } from '@jest/globals';
import { fakeKibanaBackground, requestBy } from '../../test/helpers/fake_kibana_background.ts';
import { setUpBackground } from '../host/background_services.ts';
import { MANAGED_KEY_TYPE, RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import type { CoreSetup, PluginsSetup } from '../kibana.ts';
import { createManagedKeys } from './managed_keys.ts';

const NOW = Date.UTC(2026, 0, 1);
const GRANT = {
  task: 'books:count',
  name: 'Count the books',
  roleDescriptors: { count: { indices: [{ names: ['books'], privileges: ['read'] }] } },
};

function aHost(change: { core?: Partial<CoreSetup>; plugins?: Partial<PluginsSetup> } = {}) {
  const clock = { now: NOW };
  const now = () => clock.now;
  const kibana = fakeKibanaBackground({ now });
  const services = setUpBackground(
    { ...kibana.core, ...change.core },
    { ...kibana.plugins, ...change.plugins },
  );
  return { clock, kibana, managedKeys: createManagedKeys(services, now) };
}

describe('granting a key', () => {
  it('gives it the declared privileges and says whom it is for', async () => {
    const { kibana, managedKeys } = aHost();
    const request = requestBy();
    await managedKeys.grant(request, { ...GRANT, expiration: '90d', metadata: { team: 'books' } });
    expect(kibana.grantAsInternalUser.mock.calls).toEqual([
      [
        request,
        {
          name: expect.stringMatching(/^Count the books \([0-9a-f]{12}\)$/),
          role_descriptors: GRANT.roleDescriptors,
          expiration: '90d',
          metadata: { managed: true, task: 'books:count', team: 'books' },
        },
      ],
    ]);
  });

  it('cannot be made to look like a key that is not managed', async () => {
    const { kibana, managedKeys } = aHost();
    const metadata = { managed: false, task: 'another' };
    await managedKeys.grant(requestBy(), { ...GRANT, metadata });
    expect(kibana.keys[0]?.metadata).toEqual({ managed: true, task: 'books:count' });
  });

  it('keeps its secret nowhere in the clear', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), GRANT);
    const shown = JSON.stringify([
      handle,
      await managedKeys.describe(handle),
      ...kibana.savedObjects.objects.values(),
    ]);
    for (const header of kibana.secrets()) {
      const encoded = header.replace('ApiKey ', '');
      expect(shown).not.toContain(encoded);
      expect(shown).not.toContain(Buffer.from(encoded, 'base64').toString().split(':')[1]);
    }
  });

  it.each(['ApiKey abc', 'apikey abc'])('is refused to who is signed in by %s', async (header) => {
    const { kibana, managedKeys } = aHost();
    await expect(managedKeys.grant(requestBy(header), GRANT)).rejects.toMatchObject({
      problem: 'granted_to_key',
      message: expect.stringMatching(/signed in by an API key/),
    });
    expect(kibana.savedObjects.objects.size).toBe(0);
  });

  it('says so where API keys are disabled', async () => {
    const { kibana, managedKeys } = aHost();
    kibana.grantAsInternalUser.mockResolvedValueOnce(null);
    await expect(managedKeys.grant(requestBy(), GRANT)).rejects.toMatchObject({
      problem: 'disabled',
    });
  });
});

describe('a managed key', () => {
  it('is what its client acts with, and nothing else', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy('Basic YW5uOmFubg=='), GRANT);
    kibana.used.length = 0;
    const user = await managedKeys.withClient(handle, ({ security }) => security.authenticate());
    expect(user).toMatchObject({ username: 'ann' });
    expect(kibana.used).toEqual(kibana.secrets());
  });

  it('is described without its secret', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), GRANT);
    const [key] = kibana.keys;
    expect(await managedKeys.describe(handle)).toEqual({
      id: key?.id,
      name: key?.name,
      username: 'ann',
      task: 'books:count',
      status: 'active',
    });
  });

  it('that somebody has deleted is said to be, and fails as gone', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), GRANT);
    for (const [index, key] of kibana.keys.entries())
      kibana.keys[index] = { ...key, invalidated: true };
    expect(await managedKeys.describe(handle)).toMatchObject({ status: 'deleted' });
    await expect(
      managedKeys.withClient(handle, ({ security }) => security.authenticate()),
    ).rejects.toMatchObject({ problem: 'gone' });
  });

  it('that has expired is said to be, and fails as gone', async () => {
    const { clock, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), { ...GRANT, expiration: '1h' });
    clock.now += 60 * 60 * 1000;
    expect(await managedKeys.describe(handle)).toMatchObject({
      status: 'expired',
      expiration: clock.now,
    });
    await expect(
      managedKeys.withClient(handle, ({ security }) => security.authenticate()),
    ).rejects.toMatchObject({ problem: 'gone' });
  });

  it('cannot be read with the record of another one', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), GRANT);
    await kibana.savedObjects.client.update(MANAGED_KEY_TYPE, handle, { owner: 'eve' });
    await expect(managedKeys.withClient(handle, async () => 'used')).rejects.toMatchObject({
      problem: 'unreadable',
      message: expect.stringMatching(/xpack.encryptedSavedObjects.encryptionKey/),
    });
  });

  it('is gone once it is released, however often that is done', async () => {
    const { kibana, managedKeys } = aHost();
    const handle = await managedKeys.grant(requestBy(), GRANT);
    await managedKeys.release(handle);
    await managedKeys.release(handle);
    expect(await managedKeys.describe(handle)).toBeUndefined();
    await expect(managedKeys.withClient(handle, async () => 'used')).rejects.toMatchObject({
      problem: 'gone',
    });
    expect(kibana.savedObjects.idsOf(RELEASED_KEY_TYPE)).toEqual([handle]);
  });
});

describe('a host without background tasks', () => {
  const cases: [string, Parameters<typeof aHost>[0], RegExp][] = [
    ['the console says why', { plugins: { backgroundTasksUnavailable: () => 'No.' } }, /^No\.$/],
    ['without a task manager', { core: { getStartServices: async () => [{}, {}] as never } }, /./],
    [
      'that cannot encrypt',
      { plugins: { encryptedSavedObjects: { canEncrypt: false, registerType() {} } } },
      /setting xpack\.encryptedSavedObjects\.encryptionKey/,
    ],
  ];
  it.each(cases)('grants no key: %s', async (_case, change, reason) => {
    const { managedKeys } = aHost(change);
    await expect(managedKeys.grant(requestBy(), GRANT)).rejects.toThrow(reason);
  });
});
