import { describe, expect, it } from '@jest/globals';
import { NOTHING_TRIED, outcomeGroups, triedIn, withAnswer, withLost } from './tally.ts';

const answer = {
  deleted: ['a', 'b'],
  already_deleted: ['c'],
  not_found: ['d'],
  failed: [{ id: 'e', reason: 'busy' }],
};
const ids = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => prefix + i);

describe('what became of the keys', () => {
  it('is told by outcome, what is still to be done first', () => {
    const tally = withLost(withAnswer(NOTHING_TRIED, answer), ['f']);
    expect(outcomeGroups(tally)).toEqual([
      { is: 'failed', reason: 'busy', count: 1, ids: ['e'] },
      { is: 'deleted', count: 2, ids: ['a', 'b'] },
      { is: 'already_deleted', count: 1, ids: ['c'] },
      { is: 'lost', count: 1, ids: ['f'] },
      { is: 'not_found', count: 1, ids: ['d'] },
    ]);
    expect(triedIn(tally)).toBe(6);
  });

  it('adds up over answers, and keeps ten ids at most of those that are gone', () => {
    const answers = ['x', 'y', 'z'].map((prefix) => ({ ...answer, deleted: ids(900, prefix) }));
    const tally = answers.reduce(withAnswer, NOTHING_TRIED);
    expect(tally.deleted).toEqual({ count: 2700, ids: ids(10, 'x') });
    expect(triedIn(tally)).toBe(2709);
  });

  it('is one group for one reason, also where the reason names each key', () => {
    const failed = [
      { id: 'e1', reason: 'shard is read-only' },
      { id: 'e2', reason: 'key [e2] is stuck' },
      { id: 'e3', reason: 'key [e3] is stuck' },
    ];
    expect(outcomeGroups({ ...NOTHING_TRIED, failed })).toEqual([
      { is: 'failed', reason: 'shard is read-only', count: 1, ids: ['e1'] },
      { is: 'failed', reason: 'key […] is stuck', count: 2, ids: ['e2', 'e3'] },
    ]);
  });

  it('keeps the id of every key that failed', () => {
    const failed = ids(1500, 'f').map((id) => ({ id, reason: 'busy' }));
    const tally = withAnswer(NOTHING_TRIED, { ...answer, failed });
    expect(tally.failed).toEqual(failed);
    expect(outcomeGroups(tally)[0]).toMatchObject({ count: 1500, ids: ids(10, 'f') });
  });
});
