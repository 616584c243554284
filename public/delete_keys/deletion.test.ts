import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { ApiError } from '../api/api_error.ts';
import {
  groupOutcomes,
  keysToRetry,
  outcomesOf,
  outcomesOfError,
  withRetried,
} from './deletion.ts';

const keys = ['a', 'b', 'c', 'd', 'e'].map((id) => anApiKey({ id }));
const [a, b, c, d, e] = keys;

const mixed = outcomesOf(keys, {
  deleted: ['a'],
  already_deleted: ['b'],
  not_found: ['c'],
  failed: [{ id: 'd', reason: 'busy' }],
});

describe('what became of each key', () => {
  it('is read from the answer, where silence means that it is unknown', () => {
    expect(mixed.map(({ outcome }) => outcome.is)).toEqual([
      'deleted',
      'already_deleted',
      'not_found',
      'failed',
      'unknown',
    ]);
  });

  it.each([
    [403, 'failed'],
    [429, 'failed'],
    [503, 'unknown'],
    [undefined, 'unknown'],
  ])('after an error with status %s is %s', (statusCode, is) => {
    const error = new ApiError('why', statusCode === undefined ? {} : { statusCode });
    expect(outcomesOfError(keys, error).map(({ outcome }) => outcome)).toEqual(
      keys.map(() => ({ is, reason: 'why' })),
    );
  });

  it('can be tried again for what failed or is unknown, only', () => {
    expect(keysToRetry(mixed)).toEqual([d, e]);
  });

  it('is what the second attempt says, for those that were tried again', () => {
    const again = outcomesOf(keysToRetry(mixed), {
      deleted: ['d'],
      already_deleted: ['e'],
      not_found: [],
      failed: [],
    });
    expect(groupOutcomes(withRetried(mixed, again))).toEqual([
      { outcome: { is: 'deleted' }, keys: [a, d] },
      { outcome: { is: 'already_deleted' }, keys: [b, e] },
      { outcome: { is: 'not_found' }, keys: [c] },
    ]);
  });

  it('is told once for every key', () => {
    const anyOutcome = fc.oneof(
      fc
        .constantFrom('deleted' as const, 'already_deleted' as const, 'not_found' as const)
        .map((is) => ({ is })),
      fc.record({
        is: fc.constantFrom('failed' as const, 'unknown' as const),
        reason: fc.constantFrom('x', 'y'),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyOutcome), (outcomes) => {
        const all = outcomes.map((outcome, i) => ({ key: anApiKey({ id: `${i}` }), outcome }));
        const told = groupOutcomes(all).flatMap((group) =>
          group.keys.map((key) => ({ key, outcome: group.outcome })),
        );
        expect(told).toHaveLength(all.length);
        expect(told).toEqual(expect.arrayContaining(all));
      }),
    );
  });
});
