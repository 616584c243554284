import { badRequest } from '@hapi/boom';
import { Cron } from 'croner';
import { durationMs } from '../../../common/duration.ts';

/** When a task runs: every so often (`10s`, `5m`, `1d`), or at the times of a cron expression (UTC). */
export interface Schedule {
  readonly interval: string;
}

/**
 * The next run of a task of which one has begun at `began`, as ms since epoch like `now`;
 * `undefined` where there is none. Never in the past: what was missed is not made up for.
 */
export function nextRun(schedule: Schedule, began: number, now: number): number | undefined {
  const every = durationMs(schedule.interval);
  if (every !== undefined) return Math.max(began + every, now);
  return new Cron(schedule.interval, CRON).nextRun(new Date(now))?.getTime();
}

/** The first run of a task that is scheduled `now`. */
export const firstRun = ({ interval }: Schedule, now: number): number =>
  durationMs(interval) === undefined ? (nextRun({ interval }, now, now) ?? now) : now;

/** @throws Boom 400 for what is neither an interval nor a cron expression with a time to come */
export function checkSchedule({ interval }: Schedule, now: number): void {
  const every = durationMs(interval);
  if (every === undefined ? cronHasNext(interval, now) : every >= SHORTEST_MS) return;
  throw badRequest(`Expected an interval such as "5m" or a cron expression, got "${interval}"`);
}

const SHORTEST_MS = 1000;

/** One clock for all consoles, wherever they run. */
const CRON = { timezone: 'UTC' };

function cronHasNext(expression: string, now: number): boolean {
  try {
    return nextRun({ interval: expression }, now, now) !== undefined;
  } catch {
    return false;
  }
}

const FIRST_RETRY_MS = 5000;
const LONGEST_RETRY_MS = 3_600_000;

/**
 * How long to wait after so many failures in a row, in ms: doubling, up to an hour. `random` from 0
 * to 1 spreads tasks that failed together, by a quarter either way.
 */
export const retryDelay = (failures: number, random: number): number =>
  spread(Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS), random);

/** A wait of about this many ms, a quarter more or less; whole, as Elasticsearch's times are. */
export const spread = (ms: number, random: number): number => Math.round(ms * (0.75 + random / 2));
