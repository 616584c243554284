import type { BackgroundServices } from '../../host/background_services.ts';
import { MANAGED_KEY_TYPE } from '../../host/saved_object_types.ts';
import type { ManagedKeyRecord } from '../../managed_keys/records.ts';
import { releaseKey } from '../../managed_keys/release_key.ts';
import { unschedule } from '../schedule_tasks.ts';
import { taskIdIn } from '../task_manager_id.ts';
import { disabledTasks, readTask } from '../task_store.ts';

/** How long, in ms, turning a task on may take: far longer than any request is waited for. */
const LONGEST_CHANGE = 10 * 60 * 1000;

/**
 * Finishes what turning a task on or off has left undone. `self` is the task that does so, and is
 * always on; `now` in ms since epoch.
 */
export async function tidyUp(
  services: BackgroundServices,
  self: string,
  now: number,
): Promise<void> {
  await releaseOrphans(services, now);
  // Those whose last run went on when they were turned off.
  for (const id of await disabledTasks(services.savedObjects))
    if (id !== self) await unschedule(services, id);
}

/** The keys of our own tasks that no task uses. */
async function releaseOrphans(services: BackgroundServices, now: number): Promise<void> {
  const { savedObjects } = services;
  const { saved_objects: keys } = await savedObjects.find<ManagedKeyRecord>({
    type: MANAGED_KEY_TYPE,
    perPage: 10_000,
    sortField: 'created',
    sortOrder: 'asc',
  });
  for (const { id: handle, attributes } of keys) {
    const id = taskIdIn(attributes.task);
    if (id === undefined || attributes.created + LONGEST_CHANGE > now) continue;
    if ((await readTask(savedObjects, id)).handle !== handle)
      await releaseKey(services, handle, now);
  }
}
