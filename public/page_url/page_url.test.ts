import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KINDS, STATUSES } from '../../common/api_key.ts';
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
const anyTime = fc.date({ noInvalidDate: true }).map((date) => date.getTime());
const anyRange = fc.oneof(
  fc.record({ from: anyTime }),
  fc.record({ to: anyTime }),
  fc
    .uniqueArray(anyTime, { minLength: 2, maxLength: 2 })
    .map(([a = 0, b = 0]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
);
const anyState: fc.Arbitrary<PageState> = fc.record(
  {
    search: fc.string({ unit: 'binary', maxLength: 256 }),
    kinds: fc.subarray([...KINDS]),
    statuses: fc.subarray([...STATUSES]),
    owners: fc.uniqueArray(anyText),
    created: anyRange,
    expires: fc.oneof(anyRange, fc.constant({ never: true as const })),
    sort: fc.record({
      field: fc.constantFrom(...SORT_FIELDS),
      direction: fc.constantFrom('asc', 'desc'),
    }),
    size: fc.constantFrom(...PAGE_SIZES),
    trail: fc.array(anyText, { maxLength: 5 }),
    open: fc.oneof(
      fc.record({ what: fc.constant('create'), from: anyText }, { requiredKeys: ['what'] }),
      fc.record({ what: fc.constantFrom('key', 'rotate'), id: anyText }),
    ),
  },
  { requiredKeys: ['search', 'kinds', 'statuses', 'owners', 'sort', 'size', 'trail'] },
);

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

  it.each<[string, Partial<PageState>]>([
    [
      '?search=books&sort=name:asc&size=50&key=k1',
      {
        search: 'books',
        sort: { field: 'name', direction: 'asc' },
        size: 50,
        open: { what: 'key', id: 'k1' },
      },
    ],
    [
      '?kind=personal,managed&status=expired&owner=alice&owner=bob+b&expires=never',
      {
        kinds: ['personal', 'managed'],
        statuses: ['expired'],
        owners: ['alice', 'bob b'],
        expires: { never: true },
      },
    ],
    [
      '?created=..2026-12-01T00:00:00.000Z&expires=2026-12-01T00:00:00.000Z..2026-12-08T12:30:00.000Z',
      {
        created: { to: Date.UTC(2026, 11, 1) },
        expires: { from: Date.UTC(2026, 11, 1), to: Date.UTC(2026, 11, 8, 12, 30) },
      },
    ],
    ['?create=true', { open: { what: 'create' } }],
    ['?create=true&from=k1', { open: { what: 'create', from: 'k1' } }],
    ['?rotate=k1', { open: { what: 'rotate', id: 'k1' } }],
  ])('is one that a person can read: %s', (url, state) => {
    expect(serialisePageUrl({ ...INITIAL_STATE, ...state })).toBe(url);
    expect(parsePageUrl(url)).toEqual({ ...INITIAL_STATE, ...state });
  });

  it.each<[string, Partial<PageState>]>([
    ['?kind=managed,personal,managed,secret', { kinds: ['personal', 'managed'] }],
    ['?status=expired,', { statuses: ['expired'] }],
    ['?owner=a&owner=&owner=a', { owners: ['a'] }],
    ['?created=2026-12-01..', { created: { from: Date.UTC(2026, 11, 1) } }],
    ['?key=k1&rotate=k2&create=true', { open: { what: 'key', id: 'k1' } }],
  ])('may be written by hand: %s', (url, state) => {
    expect(parsePageUrl(url)).toEqual({ ...INITIAL_STATE, ...state });
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
    '?rotate=',
    '?from=k1',
    '?kind=Managed',
    '?kind=managed+personal',
    '?status=constructor',
    '?owner=',
    '?expires=forever',
    '?expires=..',
    '?expires=1..2',
    '?expires=2026-12-01',
    '?expires=2026-12-01..2026-12-02..2026-12-03',
    '?expires=2026-12-01..2026-12-01',
    '?expires=2026-12-08..2026-12-01',
    '?expires=2026-13-01..',
    '?created=never',
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
