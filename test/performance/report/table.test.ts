import { describe, expect, it } from '@jest/globals';
import type { Figure } from '../figure.ts';
import { table } from './table.ts';

const figure: Figure = {
  title: 'First page',
  sides: 'console ÷ direct',
  unit: '×',
  value: { median: 1.256, low: 1.1, high: 14.25 },
  reach: { atMost: 1.5 },
  made_of: { 'console ms': 1234.5 },
};
const rowOf = (changed: Partial<Figure>) => table([{ ...figure, ...changed }]).split('\n')[2];

describe('The table', () => {
  it('tells what was measured, its spread, its goal and what it was made of', () => {
    expect(rowOf({})).toBe(
      '| First page | console ÷ direct | 1.26 × | 1.1 × – 14.3 × | ≤ 1.5 × | yes | console ms 1,235 |',
    );
  });

  it.each([
    [{ reach: { atMost: 1.2 } }, '≤ 1.2 ×', '**no**'],
    [{ reach: { atLeast: 1.2 } }, '≥ 1.2 ×', 'yes'],
    [{ reach: { atLeast: 2 } }, '≥ 2 ×', '**no**'],
  ])('says whether %j is reached', (changed, goal, reached) => {
    expect(rowOf(changed)).toContain(`| ${goal} | ${reached} |`);
  });
});
