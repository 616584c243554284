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

describe('the metadata of a key', () => {
  it.each([{}, { a: { _b: 1 } }, { '': null }])('may be %j', (metadata) => {
    expect(problems({ name: 'k', metadata })).toEqual([]);
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
