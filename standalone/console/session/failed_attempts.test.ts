import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Allowance, FailedAttempts } from './failed_attempts.ts';

const minute = 60_000;
const allowance: Allowance = { free: 3, forgetEvery: minute };

/** After so many failures at once. */
function failed(times: number, now = 0) {
  const attempts = new FailedAttempts(allowance);
  for (let i = 0; i < times; i++) attempts.add('ada', now);
  return attempts;
}

describe('failed attempts', () => {
  it.each([
    [1, 0],
    [2, 0],
    [3, 1000],
    [4, 2000],
    [6, 8000],
  ])('%d in a row make the next one wait %d ms', (times, wait) => {
    expect(failed(times).waitOf('ada', 0)).toBe(wait);
  });

  it('let another one be made once the wait is over', () => {
    const attempts = failed(3);
    expect(attempts.waitOf('ada', 999)).toBe(1);
    expect(attempts.waitOf('ada', 1000)).toBe(0);
    expect(attempts.waitOf('ada', 1_000_000)).toBe(0);
  });

  it('are forgotten one by one', () => {
    const attempts = failed(3);
    attempts.add('ada', 2 * minute);
    expect(attempts.waitOf('ada', 2 * minute)).toBe(0);
    attempts.add('ada', 2 * minute);
    expect(attempts.waitOf('ada', 2 * minute)).toBe(1000);
  });

  it('count while they have only begun to be forgotten', () => {
    const attempts = failed(2);
    attempts.add('ada', 100);
    expect(attempts.waitOf('ada', 100)).toBe(1000);
  });

  it('are those of one key alone', () => {
    expect(failed(9).waitOf('bob', 0)).toBe(0);
  });

  it('do not count any more once all are forgotten', () => {
    const attempts = failed(9);
    attempts.forget('ada');
    expect(attempts.waitOf('ada', 0)).toBe(0);
    expect(attempts.roomOf('ada', 0)).toBe(3);
  });

  it.each([
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 1],
    [9, 1],
  ])('%d leave room for %d at a time', (times, room) => {
    expect(failed(times).roomOf('ada', 0)).toBe(room);
  });

  it('of very many keys make room for those to come', () => {
    const attempts = failed(9);
    for (let i = 0; i < 50_000; i++) attempts.add(`${i}`, 0);
    expect(attempts.waitOf('ada', 0)).toBe(0);
    for (let i = 0; i < 3; i++) attempts.add('bob', 0);
    expect(attempts.waitOf('bob', 0)).toBe(1000);
  });

  it('are few for whoever never gives up, who yet is never shut out for long', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 2000, max: 10 * minute }),
        fc.array(fc.nat({ max: 5 * minute }), { minLength: 50, maxLength: 200 }),
        (free, forgetEvery, delays) => {
          const attempts = new FailedAttempts({ free, forgetEvery });
          let now = 0;
          for (const delay of delays) {
            const wait = attempts.waitOf('ada', now);
            expect(wait).toBeLessThan(2 * forgetEvery);
            now += wait + delay;
            attempts.add('ada', now);
          }
          const most = free + 2 + Math.log2(forgetEvery / 1000) + now / forgetEvery;
          expect(delays.length).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
