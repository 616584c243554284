import { text } from './bounded.ts';
import { refined } from './exact.ts';

const UNIT_MS = {
  nanos: 1e-6,
  micros: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const DURATION = /^ *\+?(\d+) *(nanos|micros|ms|s|m|h|d)$/;

/** Elasticsearch keeps an expiration as a 64-bit number of ms; this leaves room for the present. */
const LONGEST_MS = 2 ** 63 - 2 ** 42;

/**
 * An Elasticsearch duration in milliseconds, or `undefined` where the text is none. Whole numbers
 * only; upper case counts as lower case except for `M`, as Elasticsearch's `TimeValue` has it.
 */
export function durationMs(text: string): number | undefined {
  const match = text.endsWith('M') ? null : DURATION.exec(text.toLowerCase());
  if (match === null) return undefined;
  return Number(match[1]) * UNIT_MS[match[2] as keyof typeof UNIT_MS];
}

/** Room for any number that counts, and for zeros and spaces before it. */
const DurationText = text(0, 64);

/** A positive Elasticsearch duration, e.g. `90d`. */
export const Duration = refined(
  DurationText,
  'a positive Elasticsearch duration such as "90d", "12h" or "30m"',
  (given) => {
    const ms = durationMs(given) ?? 0;
    return ms > 0 && ms < LONGEST_MS;
  },
  { examples: ['90d', '12h', '30m'] },
);

/** The same, or none at all: `0s`, `0`. */
export const DurationOrZero = refined(
  DurationText,
  'an Elasticsearch duration such as "1d", "12h" or "0s"',
  (given) => given.trim() === '0' || durationMs(given) === 0 || Duration.is(given),
  { examples: ['1d', '12h', '0s'] },
);
