import { durationMs } from '../../common/duration.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { ignore } from '../host/saved_object_error.ts';
import { isRunning } from '../host/task_status.ts';
import type { BackgroundTask, KeyedTask } from './background_task.ts';
import { storedPlan } from './stored_plan.ts';
import { taskManagerId } from './task_manager_id.ts';
import { readTask } from './task_store.ts';

/**
 * From now on every `interval`, the first time when one is over: whoever turns a task on can still
 * think twice, or run it at once. `now` in ms since epoch.
 */
export async function schedule(
  { taskManager }: BackgroundServices,
  { id }: KeyedTask,
  interval: string,
  now: number,
): Promise<void> {
  await taskManager.ensureScheduled({
    id: taskManagerId(id),
    taskType: taskManagerId(id),
    params: {},
    state: { since: now },
    schedule: { interval },
    runAt: new Date(now + (durationMs(interval) ?? 0)),
  });
}

/** While a run goes on its task stays, so that its key is seen to be in use; it is removed later. */
export async function unschedule({ taskManager }: BackgroundServices, id: string): Promise<void> {
  const instance = await taskManager.get(taskManagerId(id)).catch(ignore(404));
  if (instance && !isRunning(instance)) await taskManager.removeIfExists(taskManagerId(id));
}

/** What should be scheduled is, also where turning a task on was cut off. `now` in ms since epoch. */
export async function scheduleTasks(
  tasks: readonly BackgroundTask[],
  services: BackgroundServices,
  now: number,
): Promise<void> {
  for (const task of tasks) {
    if (task.kind === 'host') {
      await services.taskManager.ensureScheduled({
        id: taskManagerId(task.id),
        taskType: taskManagerId(task.id),
        params: {},
        state: {},
        schedule: { interval: task.interval },
      });
      continue;
    }
    const { enabled, params } = await readTask(services.savedObjects, task.id);
    if (enabled) await schedule(services, task, storedPlan(task, params).interval, now);
  }
}
