import { durationMs } from '../../../common/duration.ts';

/** When a key is to be told about: this long before it expires. */
export interface Threshold {
  /** As it was given: `7d`. */
  readonly text: string;
  readonly ms: number;
}

/** The narrowest first. */
export const thresholdsOf = (before: readonly string[]): readonly Threshold[] =>
  before.map((text) => ({ text, ms: durationMs(text) ?? 0 })).sort((a, b) => a.ms - b.ms);

interface Life {
  readonly creation: number;
  readonly expiration: number;
}

/**
 * The thresholds that a key has passed at `now`. Which ones it has at all depends on its life alone,
 * so that no run sees others than the one before: one that covers the whole life makes the wider ones
 * say nothing new. All times in ms since epoch; `thresholds` the narrowest first.
 */
export function passedThresholds(
  { creation, expiration }: Life,
  thresholds: readonly Threshold[],
  now: number,
): readonly Threshold[] {
  const covering = thresholds.findIndex(({ ms }) => ms >= expiration - creation);
  const own = covering === -1 ? thresholds : thresholds.slice(0, covering + 1);
  return own.filter(({ ms }) => expiration - ms <= now);
}
