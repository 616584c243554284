import { expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { problemLines } from './json_problem.ts';

const intl = createIntl({ locale: 'en' });
const TEXT = '{\n\n  "a": x\n}';

it.each([
  [0, 'Line 1, column 1: no'],
  [TEXT.indexOf('x'), 'Line 3, column 8: no'],
  [TEXT.length, 'Line 4, column 2: no'],
])('offset %i is %s', (from, line) => {
  expect(problemLines(TEXT, [{ from, to: from, message: 'no' }], intl)).toEqual([line]);
});

it('line numbers are not grouped', () => {
  const text = '\n'.repeat(12_345);
  const problem = { from: text.length, to: text.length, message: 'no' };
  expect(problemLines(text, [problem], intl)).toEqual(['Line 12346, column 1: no']);
});

it('many problems end in their number', () => {
  const problem = { from: 0, to: 1, message: 'no' };
  const lines = problemLines(TEXT, Array(12).fill(problem), intl);
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe('2 more problems');
});
