import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedId, selectRange } from './select_range.ts';

const rowsOf = (ids: string) => [...ids].map((id) => ({ id }));
const ROWS = rowsOf('abcdef');
const idsOf = (rows: readonly { readonly id: string }[]) =>
  rows
    .map(({ id }) => id)
    .sort()
    .join('');
const select = (before: string, after: string, anchor?: string) =>
  idsOf(
    selectRange(
      ROWS,
      rowsOf(before),
      ROWS.filter(({ id }) => after.includes(id)),
      anchor,
    ),
  );

describe('A click with Shift', () => {
  it.each([
    { name: 'selects down to the row', before: 'b', after: 'be', anchor: 'b', selected: 'bcde' },
    { name: 'selects up to the row', before: 'e', after: 'be', anchor: 'e', selected: 'bcde' },
    { name: 'keeps what lies outside', before: 'ac', after: 'ace', anchor: 'c', selected: 'acde' },
    {
      name: 'deselects where it deselects',
      before: 'abcde',
      after: 'abce',
      anchor: 'b',
      selected: 'ae',
    },
    {
      name: 'is a plain click without a click before',
      before: 'a',
      after: 'ad',
      anchor: undefined,
      selected: 'ad',
    },
    {
      name: 'is a plain click where the row before is gone',
      before: 'a',
      after: 'ad',
      anchor: 'z',
      selected: 'ad',
    },
    {
      name: 'is a plain click on the box for all',
      before: 'a',
      after: 'abcdef',
      anchor: 'c',
      selected: 'abcdef',
    },
  ])('$name', ({ before, after, anchor, selected }) => {
    expect(select(before, after, anchor)).toBe(selected);
  });

  it('changes nothing outside of the range', () => {
    const subset = fc.subarray(ROWS);
    fc.assert(
      fc.property(
        subset,
        fc.constantFrom(...ROWS),
        fc.constantFrom(...ROWS),
        (before, to, from) => {
          const after = before.includes(to) ? before.filter((row) => row !== to) : [...before, to];
          const result = selectRange(ROWS, before, after, from.id);
          const [first, last] = [ROWS.indexOf(from), ROWS.indexOf(to)].sort();
          for (const [index, row] of ROWS.entries()) {
            const isInRange = index >= Number(first) && index <= Number(last);
            expect(result.includes(row)).toBe(
              (isInRange ? after : before).includes(isInRange ? to : row),
            );
          }
        },
      ),
    );
  });
});

describe('The changed row', () => {
  it.each([
    { before: 'a', after: 'ab', id: 'b' },
    { before: 'ab', after: 'b', id: 'a' },
    { before: 'a', after: 'a', id: undefined },
    { before: '', after: 'abc', id: undefined },
  ])('from "$before" to "$after" is $id', ({ before, after, id }) => {
    expect(changedId(rowsOf(before), rowsOf(after))).toBe(id);
  });
});
