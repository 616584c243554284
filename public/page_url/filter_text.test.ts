import { describe, expect, it } from '@jest/globals';
import { filterText } from './filter_text.ts';
import { INITIAL_STATE, type PageState } from './page_url.ts';

const text = (state: Partial<PageState>) => filterText({ ...INITIAL_STATE, ...state });

describe('The text of a filter', () => {
  it('is absent where every key is shown, however it is sorted', () => {
    expect(text({ search: '  ', sort: { field: 'name', direction: 'asc' }, size: 100 })).toBe(
      undefined,
    );
  });

  it.each([
    [{ search: 'nightly "for the"' }, 'nightly "for the"'],
    [
      { search: 'x', kinds: ['managed'], statuses: ['expired', 'expiring_soon'] },
      'x kind:managed status:(expired or expiring_soon)',
    ],
    [{ owners: ['alice', 'Bob Smith'] }, 'owner:(alice or "Bob Smith")'],
    [{ expires: { never: true } }, 'expires:never'],
    [
      { created: { from: 0, to: 60_000 } },
      'created:1970-01-01T00:00:00.000Z..1970-01-01T00:01:00.000Z',
    ],
  ] as const)('of %j is %s', (state, expected) => {
    expect(text(state as Partial<PageState>)).toBe(expected);
  });
});
