import type { Task } from '../../common/http_api/tasks.ts';

/** How soon to look again at what is about to change. */
const POLL_MS = 2000;
/** A run that is late is looked for ever more rarely: the task manager may be away, or our clock wrong. */
const SLOWEST_POLL_MS = 30_000;
const SOON_MS = 3000;

/** In how many ms to ask for the tasks again, or `false` while nothing is going on. */
export function msToNextLook(tasks: readonly Task[], now: number): number | false {
  if (tasks.some(({ running }) => running)) return POLL_MS;
  const waits = tasks
    .filter(
      ({ enabled, next_run: at = Number.POSITIVE_INFINITY }) => enabled && at <= now + SOON_MS,
    )
    .map(({ next_run: at = now }) => Math.max(POLL_MS, now - at));
  return waits.length > 0 && Math.min(SLOWEST_POLL_MS, ...waits);
}
