import type { BackgroundServices } from '../host/background_services.ts';
import { grantKey } from './grant_key.ts';
import type { ManagedKeys } from './managed_key.ts';
import { releaseKey } from './release_key.ts';
import { describeKey, withKeyClient } from './use_key.ts';

/** The service, on whatever the host has started; `now` gives ms since epoch. */
export const createManagedKeys = (
  services: () => Promise<BackgroundServices>,
  now: () => number,
): ManagedKeys => ({
  grant: async (request, grant) => grantKey(await services(), request, grant, now),
  withClient: async (handle, use) => withKeyClient(await services(), handle, use),
  describe: async (handle) => describeKey(await services(), handle, now()),
  release: async (handle) => releaseKey(await services(), handle, now()),
});
