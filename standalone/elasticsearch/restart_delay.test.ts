import { describe, expect, it } from '@jest/globals';
import { restartDelay } from './restart_delay.ts';

const minutes = (...all: number[]) => all.map((minute) => minute * 60_000);

describe('the wait before a dead node is started again', () => {
  it.each([
    ['a second after the first death', minutes(100), 1000],
    ['longer after the second one soon after', minutes(100, 104), 2000],
    [
      'none at the third one within five minutes: it is given up',
      minutes(100, 102, 104.9),
      undefined,
    ],
    ['a second where the others are long ago', minutes(1, 2, 3, 100), 1000],
    ['counted from the last one', minutes(100, 104, 105), 2000],
  ])('is %s', (_case, deaths, expected) => {
    expect(restartDelay(deaths)).toBe(expected);
  });
});
