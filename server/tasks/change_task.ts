import { problemText } from '../../common/decode.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import type { ElasticsearchClient, KibanaRequest } from '../kibana.ts';
import { invalidateReleased } from '../managed_keys/invalidate_released.ts';
import {
  ManagedKeyError,
  type ManagedKeyHandle,
  type ManagedKeys,
} from '../managed_keys/managed_key.ts';
import { RequestError } from '../routes/request_error.ts';
import type { KeyedTask, Plan } from './background_task.ts';
import { requirePrivileges, roleDescriptorsOf } from './required_privileges.ts';
import { schedule, unschedule } from './schedule_tasks.ts';
import { storedPlan } from './stored_plan.ts';
import { taskManagerId } from './task_manager_id.ts';
import { changeStoredTask, readTask } from './task_store.ts';

/** What is asked for, and by whom. */
export interface TaskChange {
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly request: KibanaRequest;
  /** As the user who asks. */
  readonly elasticsearch: ElasticsearchClient;
  readonly signal: AbortSignal;
}

/**
 * Turns a task on, with a new key even where it is on already, so that it always works on behalf of
 * whoever has turned it on last, with the privileges that its parameters need. Or turns it off.
 * Where this is cut off, a key may be left that no task uses: it is found and released.
 * `now` in ms since epoch.
 * @throws RequestError 400 for the parameters, 403 for the user
 */
export async function changeTask(
  task: KeyedTask,
  change: TaskChange,
  services: BackgroundServices,
  managedKeys: ManagedKeys,
  now: number,
): Promise<void> {
  const { savedObjects } = services;
  const { enabled, params, elasticsearch, request, signal } = change;
  const former = await readTask(savedObjects, task.id);
  const plan = params === undefined ? storedPlan(task, former.params) : planned(task, params);
  if (enabled && plan.obstacle !== undefined) throw new RequestError(400, plan.obstacle);
  await requirePrivileges(elasticsearch, task.id, plan.requiredPrivileges, signal);
  const handle = enabled ? await grant(task, plan, request, managedKeys) : null;
  await changeStoredTask(savedObjects, task.id, { enabled, params: plan.params, handle });
  if (enabled) await schedule(services, task, plan.interval, now);
  else await unschedule(services, task.id);
  if (former.handle === null) return;
  await managedKeys.release(former.handle);
  // At once rather than when it is the queue's turn, where whatever fails now stays.
  await invalidateReleased(services, now).catch(() => undefined);
}

function planned(task: KeyedTask, params: unknown): Plan {
  const plan = task.plan(params);
  if (!plan.ok)
    throw new RequestError(
      400,
      plan.problems.map((problem) => problemText('request body.params', problem)).join('; '),
    );
  return plan.value;
}

async function grant(
  { id, title }: KeyedTask,
  { requiredPrivileges }: Plan,
  request: KibanaRequest,
  managedKeys: ManagedKeys,
): Promise<ManagedKeyHandle> {
  try {
    return await managedKeys.grant(request, {
      task: taskManagerId(id),
      name: title,
      roleDescriptors: roleDescriptorsOf(id, requiredPrivileges),
    });
  } catch (error) {
    if (error instanceof ManagedKeyError) throw new RequestError(403, error.message);
    throw error;
  }
}
