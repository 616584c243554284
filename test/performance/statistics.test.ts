import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, quantile, spread } from './statistics.ts';

const numbers = fc.array(fc.nat(1_000_000), { minLength: 1 });

describe('a quantile', () => {
  it.each([
    [[5], 0.95, 5],
    [[1, 2], 0.5, 1.5],
    [[4, 1, 3, 2, 5], 0.5, 3],
    [[4, 1, 3, 2, 5], 0.25, 2],
    [[10, 20], 0.95, 19.5],
  ])('of %j at %d is %d', (of, q, expected) => {
    expect(quantile(of, q)).toBeCloseTo(expected);
  });

  it('lies between the smallest and the largest, in the order of q', () => {
    fc.assert(
      fc.property(numbers, (of) => {
        const { low, high } = spread(of);
        const steps = [0, 0.1, 0.5, 0.95, 1].map((q) => quantile(of, q));
        expect(steps[0]).toBe(low);
        expect(steps.at(-1)).toBe(high);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
    );
  });
});

it('The median does not depend on the order', () => {
  fc.assert(fc.property(numbers, (of) => expect(median(of.toReversed())).toBe(median(of))));
});
