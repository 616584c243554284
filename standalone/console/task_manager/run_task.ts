import { durationMs } from '../../../common/duration.ts';
import { errorText } from '../../../common/error_text.ts';
import type { Logger, TaskDefinition } from '../../../server/index.ts';
import type { Time } from '../time.ts';
import type { Lease } from './lease.ts';
import { concrete, failed, released, succeeded, type TaskRecord } from './task_record.ts';

export interface RunContext {
  readonly time: Time;
  /** from 0 to 1 */
  readonly random: () => number;
  readonly log: Logger;
  /** Aborts when runs have to end at once, for someone else to begin them anew. */
  readonly handBack: AbortSignal;
}

type Outcome =
  | { readonly kind: 'succeeded'; readonly state: TaskRecord['state'] }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The console stops. */
  | { readonly kind: 'released' }
  /** Someone else may run it by now. */
  | { readonly kind: 'lost' };

/** Kibana's defaults. */
const TIMEOUT_MS = 5 * 60_000;
export const MAX_ATTEMPTS = 3;

/** Runs a task that has been claimed, and gives it back with the outcome. Rejects never. */
export async function runTask(
  task: TaskRecord,
  definition: TaskDefinition,
  lease: Lease,
  { time, random, log, handBack }: RunContext,
): Promise<void> {
  const abortController = new AbortController();
  const over = new AbortController();
  const timeout = durationMs(definition.timeout ?? '') ?? TIMEOUT_MS;
  const outcome = await Promise.race([
    outcomeOf(task, definition, abortController.signal),
    lease.lost.then((): Outcome => ({ kind: 'lost' })),
    time
      .sleep(timeout, AbortSignal.any([over.signal, handBack]))
      .then((): Outcome => (handBack.aborted ? { kind: 'released' } : timedOut(timeout))),
  ]);
  over.abort();
  abortController.abort();
  if (outcome.kind === 'failed') log.warn(`Task ${task.id} failed: ${outcome.reason}`);
  const isRecorded = await lease.end((present) => {
    const now = time.now();
    switch (outcome.kind) {
      case 'succeeded':
        return succeeded(present, outcome.state, now);
      case 'failed': {
        const { maxAttempts = MAX_ATTEMPTS } = definition;
        return failed(present, { now, random: random(), maxAttempts });
      }
      default:
        return released(present);
    }
  }, handBack);
  if (!isRecorded) {
    log.warn(
      `A run of task ${task.id} left no trace: the task was removed or taken over meanwhile.`,
    );
  }
}

async function outcomeOf(
  task: TaskRecord,
  definition: TaskDefinition,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const runner = definition.createTaskRunner({ taskInstance: concrete(task), signal });
    const result = await runner.run();
    return { kind: 'succeeded', state: result?.state ?? task.state };
  } catch (error) {
    return { kind: 'failed', reason: errorText(error) };
  }
}

const timedOut = (timeout: number): Outcome => ({
  kind: 'failed',
  reason: `it took longer than ${timeout / 1000} s`,
});
