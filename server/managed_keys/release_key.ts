import type { BackgroundServices } from '../host/background_services.ts';
import { ignore } from '../host/saved_object_error.ts';
import { MANAGED_KEY_TYPE, RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import type { ManagedKeyHandle } from './managed_key.ts';
import type { ManagedKeyRecord, ReleasedKeyRecord } from './records.ts';

/** Puts a managed key into the queue, then forgets its secret. `now` in ms since epoch. */
export async function releaseKey(
  { savedObjects }: BackgroundServices,
  handle: ManagedKeyHandle,
  now: number,
): Promise<void> {
  const found = await savedObjects
    .get<ManagedKeyRecord>(MANAGED_KEY_TYPE, handle)
    .catch(ignore(404));
  if (found === undefined) return;
  const { keyId, task } = found.attributes;
  const released: ReleasedKeyRecord = { task, since: now, keyId };
  await savedObjects.create(RELEASED_KEY_TYPE, released, { id: handle }).catch(ignore(409));
  await savedObjects.delete(MANAGED_KEY_TYPE, handle).catch(ignore(404));
}
