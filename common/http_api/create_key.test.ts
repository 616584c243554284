import { describe, expect, it } from '@jest/globals';
import { decode } from '../decode.ts';
import { CreateKeyBody } from './create_key.ts';

const problems = (body: unknown) => {
  const decoded = decode(CreateKeyBody, body);
  return decoded.ok ? [] : decoded.problems.map(({ path, expected }) => [path.join('.'), expected]);
};

// As Elasticsearch 9.5.3 answered to the same names.
describe('the name of a key', () => {
  it.each(['a', 'a b', '*', '\u00a0a', 'a\u3000', 'a_', 'a'.repeat(256), '😀'.repeat(128)])(
    'may be %j',
    (name) => {
      expect(problems({ name })).toEqual([]);
    },
  );

  it.each([
    ['', 'a name'],
    [' ', 'no space at the beginning or end'],
    [' a', 'no space at the beginning or end'],
    ['a\t', 'no space at the beginning or end'],
    ['\u0001a', 'no space at the beginning or end'],
    ['_a', 'a name that does not begin with an underscore'],
    ['a'.repeat(257), 'at most 256 characters'],
    ['😀'.repeat(129), 'at most 256 characters'],
    [null, 'a string'],
  ])('%j breaks the rule "%s"', (name, expected) => {
    expect(problems({ name })).toEqual([['name', expected]]);
  });
});

const levels = (count: number): object =>
  Array.from({ length: count - 1 }).reduce<object>((inner) => ({ a: [inner] }), {});

// As Elasticsearch 9.5.3 answered to the same metadata.
describe('the metadata of a key', () => {
  it.each<[string, object]>([
    ['empty', {}],
    ['underscores further in', { a: { _b: 1 } }],
    ['an empty name', { '': null }],
    [
      'names that mean something to JavaScript',
      JSON.parse('{"a": {"__proto__": 1}, "toString": 1}'),
    ],
    ['the character NUL in a text', { a: '\0' }],
    ['20 levels', levels(20)],
    ['as long a text as a term can be', { a: { b: 'x'.repeat(32_762) } }],
    ['as long a text of many bytes', { a: ['€'.repeat(10_921)] }],
    ['as long a name', { ['k'.repeat(32_764)]: 1 }],
    ['many names', Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`f${i}`, i]))],
  ])('may have %s', (_case, metadata) => {
    expect(problems({ name: 'k', metadata })).toEqual([]);
  });

  it.each<[string, object]>([
    ['21 levels', levels(21)],
    ['a text that is too long with its names', { a: { b: 'x'.repeat(32_763) } }],
    ['a text of too many bytes', { a: ['€'.repeat(10_922)] }],
    ['a name that is too long', { ['k'.repeat(32_765)]: 1 }],
    ['the character NUL in a name', { a: { 'b\0c': 1 } }],
  ])('may not have %s', (_case, metadata) => {
    expect(problems({ name: 'k', metadata }).map(([path]) => path)).toEqual(['metadata']);
  });

  it.each([
    ['metadata', null],
    ['metadata', []],
    ['metadata', 'x'],
    ['metadata._a', { _a: 1, b: 2 }],
  ])('is refused at %s: %j', (place, metadata) => {
    expect(problems({ name: 'k', metadata }).map(([path]) => path)).toEqual([place]);
  });
});
