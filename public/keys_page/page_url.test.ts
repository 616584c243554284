import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SORT_FIELDS } from '../../common/key_filter.ts';
import {
  INITIAL_STATE,
  nextPage,
  PAGE_SIZES,
  type PageState,
  parsePageUrl,
  previousPage,
  serialisePageUrl,
} from './page_url.ts';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const anyOpen = fc.constantFrom<PageState['open']>({ what: 'create' }, { what: 'key', id: 'a&b=' });
const anyState: fc.Arbitrary<PageState> = fc
  .record({
    search: fc.string({ unit: 'binary' }),
    sort: fc.record({
      field: fc.constantFrom(...SORT_FIELDS),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    }),
    size: fc.constantFrom(...PAGE_SIZES),
    trail: fc.array(anyText, { maxLength: 5 }),
    open: fc.option(anyOpen, { nil: undefined }),
  })
  .map(({ open, ...state }) => (open === undefined ? state : { ...state, open }));

describe('the page’s address', () => {
  it('gives back every view that it was made from', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parsePageUrl(serialisePageUrl(state))).toEqual(state);
      }),
    );
  });

  it('is empty for the first view', () => {
    expect(serialisePageUrl(INITIAL_STATE)).toBe('');
    expect(parsePageUrl('')).toEqual(INITIAL_STATE);
  });

  it('is one that a person can read', () => {
    expect(
      serialisePageUrl({
        ...INITIAL_STATE,
        search: 'books',
        sort: { field: 'name', direction: 'asc' },
        size: 50,
        open: { what: 'key', id: 'k1' },
      }),
    ).toBe('?search=books&sort=name%3Aasc&size=50&key=k1');
  });

  it.each([
    '?sort=secret:asc',
    '?sort=name:sideways',
    '?sort=name',
    '?size=26',
    '?size=1e9',
    '?after=',
    '?create=maybe',
    '?key=',
    '?%E0%A4%A',
    '?constructor=1&__proto__=2',
  ])('takes nonsense for absent: %s', (url) => {
    expect(parsePageUrl(url)).toEqual(INITIAL_STATE);
  });

  it('keeps the way back to the first page', () => {
    const third = nextPage(nextPage(INITIAL_STATE, 'two'), 'three');
    expect(previousPage(third)).toEqual(nextPage(INITIAL_STATE, 'two'));
    expect(previousPage(previousPage(third))).toEqual(INITIAL_STATE);
    expect(previousPage(INITIAL_STATE)).toEqual(INITIAL_STATE);
  });

  it('forgets the beginning of a way too long for an address, never the page itself', () => {
    const cursors = Array.from({ length: 100 }, (_, page) => String(page).padStart(100, '0'));
    const walked = cursors.reduce(nextPage, INITIAL_STATE);
    expect(parsePageUrl(serialisePageUrl(walked)).trail).toEqual(cursors.slice(-60));
    const huge = nextPage(INITIAL_STATE, 'x'.repeat(7000));
    expect(parsePageUrl(serialisePageUrl(huge))).toEqual(huge);
  });
});
