import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import type { TaskRun } from '../../common/http_api/tasks.ts';
import { auditEvent, failure, SUCCESS } from '../audit/audit_event.ts';
import { authenticate } from '../elasticsearch/user_requests.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import { runSignal } from '../host/run_signal.ts';
import type { AuditEvent, AuditLogger } from '../kibana_audit.ts';
import type { TaskRunContext, TaskRunResult } from '../kibana_background.ts';
import { ManagedKeyError, type ManagedKeys } from '../managed_keys/managed_key.ts';
import {
  type BackgroundTask,
  type KeyedTask,
  TaskFailure,
  type TaskOutcome,
} from './background_task.ts';
import { storedPlan } from './stored_plan.ts';
import { addRun, readTask, type StoredTask } from './task_store.ts';

export interface RunOptions {
  readonly services: () => Promise<BackgroundServices>;
  readonly managedKeys: ManagedKeys;
  /** ms since epoch */
  readonly now: () => number;
}

/**
 * One run, for the task manager; what came of it is kept with the task. A task that was turned off
 * does nothing.
 * @throws Error where it failed and the task manager should try again in its own way
 */
export async function runTask(
  task: BackgroundTask,
  { services, managedKeys, now }: RunOptions,
  context: TaskRunContext,
): Promise<TaskRunResult | undefined> {
  const started = await services();
  const { savedObjects, audit } = started;
  const stored = await readTask(savedObjects, task.id);
  if (task.kind === 'keyed' && !stored.enabled) return undefined;
  const begin = now();
  const signal = runSignal(context);
  const outcome = await attempt(() =>
    task.kind === 'host'
      ? task.run(started, begin)
      : runKeyed(task, stored, { managedKeys, audit: audit.withoutRequest, now: begin }, context),
  );
  const result = signal.aborted ? stopped(outcome) : outcome;
  const { kind, message, affected } = result;
  if (task.kind === 'keyed') {
    const ended = kind === 'succeeded' ? SUCCESS : failure(message);
    audit.withoutRequest.log(auditEvent('task_execute', ended, { task_id: task.id }));
  }
  const run = { started: begin, ended: now(), outcome: kind, message, affected };
  await addRun(savedObjects, task.id, run);
  if (result.error !== undefined) throw result.error;
  return { state: kind === 'succeeded' ? { since: begin } : context.taskInstance.state };
}

interface Attempt extends TaskOutcome {
  readonly kind: TaskRun['outcome'];
  /** For the task manager, which logs it and tries again soon; absent where that cannot help. */
  readonly error?: Error;
}

async function attempt(act: () => Promise<TaskOutcome>): Promise<Attempt> {
  try {
    return { kind: 'succeeded', ...(await act()) };
  } catch (error) {
    return failed(error);
  }
}

function failed(error: unknown): Attempt {
  if (error instanceof ManagedKeyError)
    return {
      kind: 'failed',
      message: `${error.message} Turn the task on again to grant it another.`,
      affected: 0,
    };
  const affected = error instanceof TaskFailure ? error.affected : 0;
  const known = error instanceof TaskFailure ? error : elasticsearchFailure(error);
  // An error of the Elasticsearch client carries more than should be in a log.
  if (known !== undefined)
    return { kind: 'failed', message: known.message, affected, error: new Error(known.message) };
  const message = 'It failed unexpectedly: see the log of the server.';
  return { kind: 'failed', message, affected, error: asError(error) };
}

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

const stopped = (outcome: Attempt): Attempt => {
  const message = `It was stopped before its end. ${outcome.message}`;
  return { kind: 'failed', message, affected: outcome.affected, error: new Error(message) };
};

function runKeyed(
  task: KeyedTask,
  { params, handle }: StoredTask,
  { managedKeys, audit, now }: KeyedRun,
  context: TaskRunContext,
): Promise<TaskOutcome> {
  if (handle === null) throw new ManagedKeyError('gone', 'The task has no key.');
  const plan = storedPlan(task, params);
  const since = Number(context.taskInstance.state.since ?? now);
  const signal = runSignal(context);
  return managedKeys.withClient(handle, async (elasticsearch) => {
    const { username } = await authenticate(elasticsearch, { signal });
    const told: AuditLogger = { log: (event) => audit.log(onBehalfOf(username, task.id, event)) };
    return plan.run({ elasticsearch, username, audit: told, now, since, signal });
  });
}

interface KeyedRun {
  readonly managedKeys: ManagedKeys;
  readonly audit: AuditLogger;
  /** ms since epoch */
  readonly now: number;
}

const onBehalfOf = (name: string, task_id: string, event: AuditEvent): AuditEvent => ({
  ...event,
  user: { name },
  project_api_keys: { ...event.project_api_keys, task_id },
});
