import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { knownValues } from './known_values.ts';
import { parseSearch } from './parse_search.ts';
import { suggestionsFor } from './suggest.ts';

const known = knownValues({
  total: 3,
  next_cursor: null,
  keys: [
    anApiKey({ id: 'a', metadata: { team: 'books', shelf: 3, tags: ['x'], 'my key': 'y' } }),
    anApiKey({ id: 'b', metadata: { team: 'maps', owner: { name: 'z' }, managed: true } }),
    anApiKey({ id: 'c', metadata: { team: 'books' } }),
  ],
  counts: {
    kinds: { personal: 0, managed: 0, cross_cluster: 0 },
    statuses: { active: 0, expiring_soon: 0, expired: 0 },
    owners: ['alice', 'Alan', 'bob b', 'say "hi"'].map((username) => ({ username, count: 1 })),
    expires: [],
    never_expires: 0,
  },
});
const terms = (search: string) => suggestionsFor(search, known).map(({ term }) => term);

describe('suggestions', () => {
  it.each([
    [
      '',
      [
        'owner:',
        'kind:',
        'status:',
        'id:',
        'metadata.team:',
        'metadata.shelf:',
        'metadata.managed:',
      ],
    ],
    ['ow', ['owner:']],
    ['books OW', ['owner:']],
    ['-', ['-kind:', '-status:']],
    ['-s', ['-status:']],
    ['meta', ['metadata.team:', 'metadata.shelf:', 'metadata.managed:']],
    ['metadata.s', ['metadata.shelf:']],
    ['kind:', ['kind:personal', 'kind:managed', 'kind:cross_cluster']],
    ['kind:M', ['kind:managed']],
    ['-status:', ['-status:active', '-status:expired']],
    ['status:e', ['status:expiring_soon', 'status:expired']],
    ['kind:(personal or m', ['kind:managed']],
    ['kind:(', ['kind:personal', 'kind:managed', 'kind:cross_cluster']],
    ['owner:a', ['owner:alice', 'owner:Alan']],
    ['owner:', ['owner:alice', 'owner:Alan', 'owner:"bob b"']],
    ['metadata.team:', ['metadata.team:books', 'metadata.team:maps']],
    ['metadata.shelf:', ['metadata.shelf:3']],
    ['kind:managed', []],
    ['books', []],
    ['http://kind:', []],
    ['"kind:', []],
    ['"owner', []],
    ['id:', []],
    ['-owner:', []],
    ['metadata.unknown:', []],
  ])('after %j are %j', (search, expected) => {
    expect(terms(search)).toEqual(expected);
  });

  it.each([
    ['books ow', 'books owner:'],
    ['books owner:b', 'books owner:"bob b" '],
    ['-k', '-kind:'],
    ['kind:(personal or m', 'kind:(personal or managed'],
  ])('go on from %j to %j', (search, expected) => {
    expect(suggestionsFor(search, known)[0]?.search).toBe(expected);
  });

  it('of values are always understood', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('owner:', 'kind:', '-kind:', 'status:', '-status:', 'metadata.k:'),
        fc.string({ unit: 'binary', minLength: 1 }),
        (term, value) => {
          const values = { owners: [value], metadata: new Map([['k', new Set([value])]]) };
          for (const { search } of suggestionsFor(term, values)) {
            const { text, notUnderstood } = parseSearch(search);
            expect({ text, notUnderstood }).toEqual({ text: '', notUnderstood: [] });
          }
        },
      ),
    );
  });
});
