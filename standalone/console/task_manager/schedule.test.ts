import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkSchedule, firstRun, nextRun, retryDelay } from './schedule.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;

describe('the next run', () => {
  it.each([
    ['10s', NOW - 2000, NOW + 8000],
    ['5m', NOW, NOW + 5 * MINUTE],
    ['1d', NOW, Date.UTC(2026, 0, 2, 12)],
    ['0 3 * * *', NOW, Date.UTC(2026, 0, 2, 3)],
    ['*/15 * * * *', NOW, NOW + 15 * MINUTE],
    ['0 0 1 JAN *', NOW, Date.UTC(2027, 0, 1)],
  ])('of %s is counted from the last one', (interval, began, expected) => {
    expect(nextRun({ interval }, began, NOW)).toBe(expected);
  });

  it('is one, however many were missed', () => {
    expect(nextRun({ interval: '1m' }, NOW - 60 * MINUTE, NOW)).toBe(NOW);
  });

  it('is never in the past', () => {
    const times = fc.integer({ min: 0, max: 2 * NOW });
    const intervals = fc.constantFrom('1s', '7m', '1d', '0 3 * * *', '30 */2 * * MON');
    fc.assert(
      fc.property(intervals, times, times, (interval, began, now) => {
        expect(nextRun({ interval }, began, now)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('is none after the last year of a cron expression', () => {
    expect(nextRun({ interval: '0 0 0 1 1 * 2025' }, NOW, NOW)).toBeUndefined();
  });
});

describe('the first run', () => {
  it.each([
    ['1d', NOW],
    ['0 3 * * *', Date.UTC(2026, 0, 2, 3)],
  ])('of %s is at once, or when the expression says', (interval, expected) => {
    expect(firstRun({ interval }, NOW)).toBe(expected);
  });
});

it.each(['', 'x', '0s', '999ms', '-1m', '5 minutes', '99 * * * *', '0 0 0 1 1 * 2025'])(
  'refuses the schedule "%s"',
  (interval) => {
    expect(() => checkSchedule({ interval }, NOW)).toThrow(
      `Expected an interval such as "5m" or a cron expression, got "${interval}"`,
    );
  },
);

describe('the wait after a failure', () => {
  it.each([
    [1, 5000],
    [2, 10_000],
    [5, 80_000],
    [11, 3_600_000],
    [500, 3_600_000],
  ])('doubles up to an hour: after %i it is about %i ms', (failures, about) => {
    expect(retryDelay(failures, 0.5)).toBe(about);
    expect(retryDelay(failures, 0)).toBe(about * 0.75);
    expect(retryDelay(failures, 1)).toBe(about * 1.25);
  });

  it('is a whole number of ms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, r) => {
          expect(Number.isSafeInteger(retryDelay(n, r))).toBe(true);
        },
      ),
    );
  });
});
