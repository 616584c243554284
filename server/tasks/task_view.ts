import type { Task } from '../../common/http_api/tasks.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { ignore } from '../host/saved_object_error.ts';
import { isRunning } from '../host/task_status.ts';
import type { ConcreteTaskInstance } from '../kibana_background.ts';
import type { ManagedKey, ManagedKeys } from '../managed_keys/managed_key.ts';
import type { BackgroundTask } from './background_task.ts';
import { storedPlan } from './stored_plan.ts';
import { taskManagerId } from './task_manager_id.ts';
import { readTask, type StoredTask } from './task_store.ts';

/** A task as the HTTP API has it. */
export async function taskView(
  task: BackgroundTask,
  { savedObjects, taskManager }: BackgroundServices,
  managedKeys: ManagedKeys,
): Promise<Task> {
  const [stored, instance] = await Promise.all([
    readTask(savedObjects, task.id),
    taskManager.get(taskManagerId(task.id)).catch(ignore(404)),
  ]);
  const key = stored.handle === null ? undefined : await managedKeys.describe(stored.handle);
  const enabled = task.kind === 'host' || stored.enabled;
  return {
    ...described(task, stored),
    enabled,
    ...(key && { key: shownKey(key) }),
    ...lastRuns(stored),
    ...timing(enabled, instance),
  };
}

/** A task where there are no background tasks. */
export const unavailableTask = (task: BackgroundTask): Task => ({
  ...described(task),
  enabled: false,
  runs: [],
  running: false,
});

function described(task: BackgroundTask, stored?: StoredTask) {
  const { id, title, description } = task;
  const { params, requiredPrivileges } =
    task.kind === 'host' ? NO_PLAN : storedPlan(task, stored?.params ?? {});
  return { id, title, description, params, required_privileges: requiredPrivileges };
}

const NO_PLAN = { params: {}, requiredPrivileges: { cluster: [] } };

const shownKey = ({ id, name, username, expiration, status }: ManagedKey) => ({
  id,
  name,
  username,
  status,
  ...(expiration !== undefined && { expiration }),
});

function lastRuns({ runs }: StoredTask) {
  const [last] = runs;
  return { runs, ...(last && { last_run: last }) };
}

function timing(enabled: boolean, instance: ConcreteTaskInstance | undefined) {
  if (instance === undefined) return { running: false };
  return { running: isRunning(instance), ...(enabled && { next_run: Number(instance.runAt) }) };
}
