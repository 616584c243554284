import { describe, expect, it } from '@jest/globals';
import type { KeyFilter } from '../../common/key_filter.ts';
import { contradictsItself, keyFilter, keyQuery } from './key_query.ts';
import { INITIAL_STATE, nextPage, type PageState } from './page_url.ts';

const filterOf = (state: Partial<PageState>) => keyFilter({ ...INITIAL_STATE, ...state });

describe('what the server is asked for', () => {
  it('is the first page of all keys at first', () => {
    expect(keyQuery(INITIAL_STATE)).toEqual({
      sort: { field: 'creation', direction: 'desc' },
      size: 25,
    });
  });

  it('goes on from the last cursor', () => {
    expect(keyQuery(nextPage(nextPage(INITIAL_STATE, 'a'), 'b'))).toMatchObject({ cursor: 'b' });
  });

  it.each<[Partial<PageState>, KeyFilter]>([
    [{ search: 'books' }, { search: 'books' }],
    [{ search: 'kind:managed' }, { kinds: ['managed'] }],
    [{ kinds: ['managed', 'personal'] }, { kinds: ['managed', 'personal'] }],
    [{ kinds: ['managed', 'personal'], search: '-kind:managed' }, { kinds: ['personal'] }],
    [{ statuses: ['active'] }, { statuses: ['active'] }],
    [{ statuses: ['active', 'expiring_soon'] }, { statuses: ['active'] }],
    [{ statuses: ['active'], search: 'status:expiring_soon' }, { statuses: ['expiring_soon'] }],
    [{ statuses: ['expiring_soon'], search: 'status:active' }, { statuses: ['expiring_soon'] }],
    [{ statuses: ['expired', 'active'], search: '-status:active' }, { statuses: ['expired'] }],
    [{ owners: ['a', 'b'], search: 'owner:(b or c)' }, { owners: ['b'] }],
    [{ search: 'metadata.team:books x' }, { search: 'x', metadata: { team: 'books' } }],
    [{ created: { from: 1 } }, { created: { from: 1 } }],
    [{ expires: { never: true } }, { expires: { never: true } }],
  ])('for %j are the keys of %j', (state, filter) => {
    expect(filterOf(state)).toEqual(filter);
    expect(contradictsItself({ ...INITIAL_STATE, ...state })).toBe(false);
  });

  it.each<Partial<PageState>>([
    { kinds: ['managed'], search: 'kind:personal' },
    { kinds: ['managed'], search: '-kind:managed' },
    { statuses: ['expired'], search: 'status:active' },
    { owners: ['a'], search: 'owner:b' },
    { search: 'kind:managed kind:personal' },
    { search: '-kind:(personal or managed or cross_cluster)' },
  ])('for the contradiction %j is nothing that a key matches', (state) => {
    const { created = {} } = filterOf(state);
    expect(created.to).toBeLessThan(created.from ?? Number.NEGATIVE_INFINITY);
    expect(contradictsItself({ ...INITIAL_STATE, ...state })).toBe(true);
  });
});
