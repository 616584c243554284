import { describe, expect, it } from '@jest/globals';
import type { KeyQuery } from '../../common/key_filter.ts';
import { keyStore, type StoredKey } from '../../test/helpers/key_store.ts';
import { queryPage } from './query_page.ts';

const NOW = 1_000;
const SIGNAL = new AbortController().signal;
const KEYS: readonly StoredKey[] = [
  { id: 'id-1', name: 'Books *prod*', username: 'Ann', creation: 100, metadata: { team: 'books' } },
  { id: 'id-2', name: 'back\\slash?', username: 'ben', creation: 200, expiration: 5000 },
  { id: 'id-3', name: 'Привет Müller', username: 'eve', creation: 300, metadata: { a: { b: 1 } } },
  { id: 'id-4', name: null, username: 'id-1', creation: 400, metadata: { 'a.b': 1, on: true } },
];

async function found(query: KeyQuery): Promise<string[]> {
  const { keys } = await queryPage(keyStore(KEYS).client, query, undefined, NOW, SIGNAL);
  return keys.map(({ id }) => id).sort();
}

describe('a search', () => {
  it.each([
    ['part of a name in any case', 'ooKS', ['id-1']],
    ['part of an owner in any case', 'NN', ['id-1']],
    ['a whole id, and what merely holds it', 'id-1', ['id-1', 'id-4']],
    ['no part of an id', 'id-', ['id-4']],
    ['a star as a star', '*', ['id-1']],
    ['a question mark as one', '?', ['id-2']],
    ['a backslash as one', 'k\\s', ['id-2']],
    ['every word, wherever it is', '*pro books ann', ['id-1']],
    ['no key that lacks one of the words', 'books ben', []],
    ['a word that is an id beside others', 'müller id-3', ['id-3']],
    ['a phrase in quotes as one text', '"books *p" ann', ['id-1']],
    ['no phrase in another order', '"*prod* books"', []],
    ['nothing for a quote that stands alone', '"books', []],
    ['everything for a phrase of nothing', '""', ['id-1', 'id-2', 'id-3', 'id-4']],
    ['the text without the spaces around it', '  prod ', ['id-1']],
    ['other alphabets in lower case', 'привет', ['id-3']],
    ['other alphabets in capitals', 'ПРИВЕТ', ['id-3']],
    ['an umlaut in capitals', 'MÜLL', ['id-3']],
    ['everything for a blank text', '  ', ['id-1', 'id-2', 'id-3', 'id-4']],
    ['nothing for words like operators', 'owner:Ann OR team', []],
  ])('finds %s', async (_case, search, ids) => {
    expect(await found({ search })).toEqual(ids);
  });
});

describe('a filter', () => {
  it.each<[string, KeyQuery, string[]]>([
    ['by metadata', { metadata: { team: 'books' } }, ['id-1']],
    ['by a dotted key, nested or not', { metadata: { 'a.b': 1 } }, ['id-3', 'id-4']],
    ['by all of the metadata given', { metadata: { 'a.b': 1, on: true } }, ['id-4']],
    ['by owner', { owners: ['ben', 'eve'] }, ['id-2', 'id-3']],
    ['by an owner whose name differs in case', { owners: ['ann'] }, []],
    ['from a moment on', { created: { from: 200 } }, ['id-2', 'id-3', 'id-4']],
    ['up to a moment, without it', { created: { to: 200 } }, ['id-1']],
    ['between two moments', { created: { from: 200, to: 400 } }, ['id-2', 'id-3']],
    ['by expiration, which the others lack', { expires: { from: 0 } }, ['id-2']],
    ['the keys that never expire', { expires: { never: true } }, ['id-1', 'id-3', 'id-4']],
    ['no key that never expires and has a time', { expires: { never: true, from: 0 } }, []],
    ['by a range without ends, which is none', { expires: {} }, ['id-1', 'id-2', 'id-3', 'id-4']],
    ['by all of its parts', { search: 'b', created: { from: 150 }, owners: ['ben'] }, ['id-2']],
  ])('chooses %s', async (_case, query, ids) => {
    expect(await found(query)).toEqual(ids);
  });
});
