import { describe, expect, it } from '@jest/globals';
import { decode } from './decode.ts';
import { Duration, durationMs } from './duration.ts';

const DAY = 86_400_000;

describe('a duration', () => {
  // What Elasticsearch 9.5 takes as the expiration of a key, and how it reads it.
  it.each([
    ['90d', 90 * DAY],
    ['12h', DAY / 2],
    ['30m', 30 * 60_000],
    ['2s', 2000],
    ['999ms', 999],
    ['1micros', 0.001],
    ['1nanos', 0.000001],
    ['1D', DAY],
    ['1H', 3_600_000],
    ['1MS', 1],
    ['+1d', DAY],
    [' 1d', DAY],
    ['1 d', DAY],
    ['01d', DAY],
  ])('%s is %d ms', (text, ms) => {
    expect(durationMs(text)).toBeCloseTo(ms, 9);
    expect(decode(Duration, text).ok).toBe(true);
  });

  it.each(['', 'd', '1', '1M', '1w', '1y', '1.5d', '1e3s', '-5s', '1d ', 'one day', '1d1h'])(
    '%j is none',
    (text) => {
      expect(durationMs(text)).toBeUndefined();
    },
  );

  it.each([
    ['that is over at once', '0d'],
    ['longer than Elasticsearch can count', '106751991167d'],
    ['as a number', 90],
    ['as nothing', null],
  ])('%s is not taken', (_case, input) => {
    expect(decode(Duration, input).ok).toBe(false);
  });

  it('of a very long life is taken', () => {
    expect(decode(Duration, '100000000000d').ok).toBe(true);
  });
});
