import { describe, expect, it } from '@jest/globals';
import { isOver, type Leases, observe } from './leases.ts';
import { scheduled } from './task_record.ts';

const LEASE = 30_000;
const running = (seqNo: number) => ({
  task: scheduled({ id: 'a', taskType: 't', params: {}, state: {} }, 0),
  version: { seqNo, primaryTerm: 1 },
});

/** What is known after a task was seen in these states at these times. */
const knownFrom = (...seen: readonly (readonly [elapsed: number, seqNo: number])[]): Leases =>
  seen.reduce<Leases>(
    (known, [elapsed, seqNo]) => observe(known, [running(seqNo)], elapsed),
    new Map(),
  );

describe('a lease', () => {
  it.each([
    ['seen for the first time', knownFrom([0, 1]), 0, false],
    ['unchanged for less than its length', knownFrom([0, 1], [LEASE - 1, 1]), LEASE - 1, false],
    ['unchanged for its length', knownFrom([0, 1], [LEASE, 1]), LEASE, true],
    ['renewed meanwhile', knownFrom([0, 1], [LEASE - 1, 2], [LEASE, 2]), LEASE, false],
    ['renewed, and then no more', knownFrom([0, 1], [10_000, 2], [40_000, 2]), 40_000, true],
    ['never seen', new Map(), LEASE, false],
  ])('%s', (_what, leases, elapsed, expected) => {
    expect(isOver(leases, 'a', elapsed, LEASE)).toBe(expected);
  });

  it('of a task that no longer runs is forgotten', () => {
    expect(observe(knownFrom([0, 1]), [], 1000).size).toBe(0);
  });
});
