import { describe, expect, it } from '@jest/globals';
import { decode } from './decode.ts';
import { KeyQuery } from './key_filter.ts';

describe('a query for keys', () => {
  it.each([
    {},
    { search: '' },
    { kinds: [], statuses: [], owners: [] },
    { kinds: ['personal', 'managed', 'cross_cluster'], statuses: ['active', 'expiring_soon'] },
    { metadata: { team: 'books', 'a.b': 1, on: true } },
    { created: { from: 0, to: 1_750_000_000_000 }, expires: {} },
    { sort: { field: 'expiration', direction: 'asc' }, size: 1000, cursor: 'x' },
  ])('may be %j', (query) => {
    expect(decode(KeyQuery, query)).toEqual({ ok: true, value: query });
  });

  it.each([
    ['search', { search: 'x'.repeat(257) }],
    ['kinds', { kinds: 'personal' }],
    ['kinds.0', { kinds: ['private'] }],
    ['kinds', { kinds: ['personal', 'personal', 'personal', 'personal'] }],
    ['statuses.0', { statuses: ['invalidated'] }],
    ['owners.0', { owners: [null] }],
    ['metadata.team', { metadata: { team: ['books'] } }],
    ['metadata.team', { metadata: { team: null } }],
    ['metadata.te*m', { metadata: { 'te*m': 'books' } }],
    ['created.from', { created: { from: '2026-01-01' } }],
    ['created.to', { created: { to: 1.5 } }],
    ['created.to', { created: { to: 1e300 } }],
    ['created.until', { created: { until: 5 } }],
    ['sort.field', { sort: { field: 'id', direction: 'asc' } }],
    ['sort.direction', { sort: { field: 'name' } }],
    ['size', { size: 0 }],
    ['size', { size: 1001 }],
    ['size', { size: '25' }],
    ['cursor', { cursor: null }],
    ['from', { from: 25 }],
    ['', []],
    ['', null],
  ])('is refused at %j: %j', (path, query) => {
    const decoded = decode(KeyQuery, query);
    expect(decoded.ok ? [] : decoded.problems.map((problem) => problem.path.join('.'))).toEqual([
      path,
    ]);
  });
});
