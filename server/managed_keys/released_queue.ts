import type { BackgroundServices } from '../host/background_services.ts';
import { ignore } from '../host/saved_object_error.ts';
import { MANAGED_KEY_TYPE, RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import { isRunning } from '../host/task_status.ts';
import type { SavedObject } from '../kibana_background.ts';
import type { ReleasedKeyRecord } from './records.ts';

export type QueuedKey = SavedObject<ReleasedKeyRecord>;

/** More are left to the next run. */
const MOST_KEYS = 10_000;

/** The oldest first. */
export async function queuedKeys({
  savedObjects,
}: BackgroundServices): Promise<readonly QueuedKey[]> {
  const { saved_objects } = await savedObjects.find<ReleasedKeyRecord>({
    type: RELEASED_KEY_TYPE,
    perPage: MOST_KEYS,
    sortField: 'since',
    sortOrder: 'asc',
  });
  return saved_objects;
}

/** Those of tasks that are not running. */
export async function unusedKeys(
  { taskManager }: BackgroundServices,
  queue: readonly QueuedKey[],
): Promise<readonly QueuedKey[]> {
  const ids = new Set(queue.map(({ attributes: { task } }) => task));
  const tasks = await Promise.all([...ids].map((id) => taskManager.get(id).catch(ignore(404))));
  const running = new Set(tasks.flatMap((task) => (task && isRunning(task) ? task.id : [])));
  return queue.filter(({ attributes: { task } }) => !running.has(task));
}

/** Takes a key out of the queue, or leaves it there with the reason why it is still good. */
export async function settle(
  { savedObjects }: BackgroundServices,
  { id }: QueuedKey,
  reason: string | undefined,
): Promise<void> {
  if (reason !== undefined) {
    await savedObjects.update(RELEASED_KEY_TYPE, id, { reason });
    return;
  }
  // It is there where the key's making, or its release, was cut off.
  await savedObjects.delete(MANAGED_KEY_TYPE, id).catch(ignore(404));
  await savedObjects.delete(RELEASED_KEY_TYPE, id).catch(ignore(404));
}
