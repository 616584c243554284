import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ApiError, mayHaveWorked } from '../api/api_error.ts';
import { backOffMs, isTransient } from './back_off.ts';

const random = fc.double({ min: 0, max: 1, noNaN: true });
const attempt = fc.integer({ min: 1, max: 4 });
const error = (statusCode?: number) =>
  new ApiError('why', statusCode === undefined ? {} : { statusCode });

describe('the wait before the next attempt', () => {
  it.each([
    [1, 1000, 2000],
    [2, 2000, 4000],
    [3, 4000, 8000],
    [4, 8000, 16_000],
  ])('after attempt %d is between %d and %d ms', (after, least, most) => {
    expect(backOffMs(after, 0)).toBe(least);
    expect(backOffMs(after, 1)).toBe(most);
  });

  it('is never shorter than the server asks for', () => {
    fc.assert(
      fc.property(attempt, random, fc.integer({ min: 0, max: 300_000 }), (after, by, asked) => {
        expect(backOffMs(after, by, asked)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });

  it('is never much longer than five minutes, whatever the server asks for', () => {
    fc.assert(
      fc.property(attempt, random, fc.nat(), (after, by, asked) => {
        expect(backOffMs(after, by, asked)).toBeLessThanOrEqual(308_000);
      }),
    );
  });
});

it.each([
  { status: undefined, transient: true, worked: true },
  { status: 400, transient: false, worked: false },
  { status: 401, transient: false, worked: false },
  { status: 403, transient: false, worked: false },
  { status: 409, transient: true, worked: false },
  { status: 429, transient: true, worked: false },
  { status: 500, transient: false, worked: true },
  { status: 502, transient: true, worked: true },
  { status: 503, transient: true, worked: true },
  { status: 504, transient: true, worked: true },
])(
  'status $status: may pass by itself: $transient, may have worked: $worked',
  ({ status, transient, worked }) => {
    expect(isTransient(error(status))).toBe(transient);
    expect(mayHaveWorked(error(status))).toBe(worked);
  },
);

it('has not worked where the server knows that it has not', () => {
  const told = new ApiError('away', { statusCode: 503, attributes: { outcome: 'failure' } });
  expect(mayHaveWorked(told)).toBe(false);
});
