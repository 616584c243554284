import type { IntlShape } from 'react-intl';
import { timeDistance } from '../../key_summary/time_distance.ts';

const SECOND_MS = 1000;

/** How long a run of `ms` took: "420 milliseconds", "1.2 seconds", "75 seconds", "3 minutes". */
export function runLength(ms: number, intl: IntlShape): string {
  const { unit, value } = ms < 120 * SECOND_MS ? inSeconds(ms) : timeDistance(ms);
  return intl.formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: value < 10 ? 1 : 0,
  });
}

const inSeconds = (ms: number) =>
  ms < SECOND_MS
    ? { unit: 'millisecond', value: Math.round(ms) }
    : { unit: 'second', value: ms / SECOND_MS };
