import type { ConcreteTaskInstance, TaskInstance } from '../../../server/index.ts';
import { checkSchedule, firstRun, nextRun, retryDelay, type Schedule } from './schedule.ts';

/** A task as it is stored. Times are ms since epoch. */
export interface TaskRecord extends Omit<TaskInstance, 'runAt'> {
  /** When it is due; while it runs, when it was. */
  readonly runAt: number;
  readonly startedAt: number | null;
  /** `failed` is the end of a task without a schedule that failed too often. */
  readonly status: 'idle' | 'running' | 'failed';
  /** Runs since the last success, with the one that goes on. */
  readonly attempts: number;
  /** Names the run that goes on. Whoever does not know it must not write its result. */
  readonly claim?: string;
}

/**
 * A task as it is stored first.
 * @throws Boom 400 where its schedule is none
 */
export function scheduled({ runAt, ...task }: TaskInstance, now: number): TaskRecord {
  if (task.schedule) checkSchedule(task.schedule, now);
  const first = task.schedule ? firstRun(task.schedule, now) : now;
  return {
    ...task,
    runAt: runAt?.getTime() ?? first,
    startedAt: null,
    status: 'idle',
    attempts: 0,
  };
}

/**
 * The task under this schedule, which counts from now where it is another one, or where the next run
 * is too far off for it, as after the clock was set back; else the very same task.
 * @throws Boom 400 where the schedule is none
 */
export function rescheduled(task: TaskRecord, schedule: Schedule, now: number): TaskRecord {
  checkSchedule(schedule, now);
  const next = nextRun(schedule, now, now) ?? now;
  const isSame = task.schedule?.interval === schedule.interval;
  return isSame && task.runAt <= next ? task : { ...task, schedule, runAt: next };
}

/** Due at once, whatever has been before. */
export const dueNow = (task: TaskRecord, now: number): TaskRecord => ({
  ...task,
  runAt: now,
  status: 'idle',
  attempts: task.status === 'failed' ? 0 : task.attempts,
});

/** Running; also of one whose owner died. */
export const claimed = (task: TaskRecord, claim: string, now: number): TaskRecord => ({
  ...task,
  status: 'running',
  startedAt: now,
  attempts: task.attempts + 1,
  claim,
});

/** After a success; `undefined` where it does not run again. */
export function succeeded(
  task: TaskRecord,
  state: TaskRecord['state'],
  now: number,
): TaskRecord | undefined {
  const next = task.schedule && nextRun(task.schedule, task.startedAt ?? now, now);
  return next === undefined
    ? undefined
    : { ...idle(task), state, runAt: next, startedAt: null, attempts: 0 };
}

export interface Failing {
  /** ms since epoch */
  readonly now: number;
  /** from 0 to 1 */
  readonly random: number;
  /** For a task without a schedule: another one is tried again for ever. */
  readonly maxAttempts: number;
}

/** After a failure: due again after a while, or given up. */
export function failed(task: TaskRecord, { now, random, maxAttempts }: Failing): TaskRecord {
  const ended = { ...idle(task), startedAt: null };
  return isExhausted(task, maxAttempts)
    ? { ...ended, status: 'failed' }
    : { ...ended, runAt: now + retryDelay(task.attempts, random) };
}

/** Whether its attempts are used up. */
export const isExhausted = ({ schedule, attempts }: TaskRecord, maxAttempts: number): boolean =>
  schedule === undefined && attempts >= maxAttempts;

/** After a run that was given up without being at fault: as if it had never begun. */
export const released = (task: TaskRecord): TaskRecord => ({
  ...idle(task),
  startedAt: null,
  attempts: task.attempts - 1,
});

function idle({ claim: _, ...task }: TaskRecord): TaskRecord {
  return { ...task, status: 'idle' };
}

/** A task as plugins see it. */
export function concrete({
  claim: _,
  runAt,
  startedAt,
  ...task
}: TaskRecord): ConcreteTaskInstance {
  return {
    ...task,
    runAt: new Date(runAt),
    startedAt: startedAt === null ? null : new Date(startedAt),
  };
}
