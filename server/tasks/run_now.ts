import type { BackgroundServices } from '../host/background_services.ts';
import { isRunning } from '../host/task_status.ts';
import { RequestError } from '../routes/request_error.ts';
import type { BackgroundTask } from './background_task.ts';
import { taskManagerId } from './task_manager_id.ts';
import { readTask } from './task_store.ts';

const LONGEST_WAIT = 30_000;
const PAUSE = 250;

interface Waiting {
  /** ms since epoch */
  readonly now: () => number;
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
}

/**
 * Lets the task manager run a task at once, on whichever host, and returns when the run has ended or
 * 30 s are over.
 * @throws RequestError 409 where a run goes on
 */
export async function runNow(
  { id }: BackgroundTask,
  { savedObjects, taskManager }: BackgroundServices,
  { now, pause, signal }: Waiting,
): Promise<void> {
  const isUnderway = async () => isRunning(await taskManager.get(taskManagerId(id)));
  const lastRun = async () => (await readTask(savedObjects, id)).runs[0]?.started;
  if (await isUnderway()) throw runsAlready(id);
  const before = await lastRun();
  const end = now() + LONGEST_WAIT;
  try {
    await taskManager.runSoon(taskManagerId(id));
  } catch (error) {
    throw (await isUnderway()) ? runsAlready(id) : error;
  }
  while (now() < end && !signal.aborted) {
    if ((await lastRun()) !== before && !(await isUnderway())) return;
    await pause(PAUSE);
  }
}

const runsAlready = (id: string): RequestError =>
  new RequestError(409, `The task [${id}] is running already.`);
