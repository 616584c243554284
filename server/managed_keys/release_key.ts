import { audited } from '../audit/audited.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { ignore } from '../host/saved_object_error.ts';
import { MANAGED_KEY_TYPE, RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import type { ManagedKeyHandle } from './managed_key.ts';
import type { ManagedKeyRecord, ReleasedKeyRecord } from './records.ts';

/** Puts a managed key into the queue, then forgets its secret. `now` in ms since epoch. */
export async function releaseKey(
  { savedObjects, audit }: BackgroundServices,
  handle: ManagedKeyHandle,
  now: number,
): Promise<void> {
  const found = await savedObjects
    .get<ManagedKeyRecord>(MANAGED_KEY_TYPE, handle)
    .catch(ignore(404));
  if (found === undefined) return;
  const { keyId, task } = found.attributes;
  const operation = {
    log: audit.withoutRequest,
    name: 'managed_key_release' as const,
    subject: { key_ids: [keyId], task_id: task },
  };
  await audited(operation, async () => {
    const released: ReleasedKeyRecord = { task, since: now, keyId };
    await savedObjects.create(RELEASED_KEY_TYPE, released, { id: handle }).catch(ignore(409));
    await savedObjects.delete(MANAGED_KEY_TYPE, handle).catch(ignore(404));
  });
}
