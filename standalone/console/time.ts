import { setTimeout } from 'node:timers/promises';

/** The passing of time, which tests rule over. */
export interface Time {
  /** ms since epoch by the machine's clock, which may jump */
  now(): number;
  /** ms since some moment; never jumps */
  elapsed(): number;
  /** Resolves after so many ms, or as soon as `signal` aborts. Keeps no process alive. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Timers overflow beyond this. */
const LONGEST_MS = 2 ** 31 - 1;

export const realTime: Time = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) =>
    setTimeout(Math.min(ms, LONGEST_MS), undefined, { signal, ref: false }).catch(() => {}),
};
