/** A length of time in one unit, as `Intl` names units. */
export interface TimeDistance {
  readonly unit: 'minute' | 'hour' | 'day' | 'year';
  readonly value: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365 * DAY_MS;

const UNITS = [
  { unit: 'year', ms: YEAR_MS },
  { unit: 'day', ms: DAY_MS },
  { unit: 'hour', ms: HOUR_MS },
] as const;

/**
 * `ms` in the largest unit of which it holds two, to the nearest whole: 47 hours stay hours, 49 are
 * 2 days. Less than half a minute is 0 minutes.
 */
export function timeDistance(ms: number): TimeDistance {
  const { unit, ms: unitMs } = UNITS.find((each) => ms >= 2 * each.ms) ?? {
    unit: 'minute' as const,
    ms: MINUTE_MS,
  };
  return { unit, value: Math.round(ms / unitMs) };
}
