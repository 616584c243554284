import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { boundedArray, matching, text, wholeNumber } from './bounded.ts';
import { decode } from './decode.ts';

const CODECS = {
  'text of 1 to 3': text(1, 3),
  'text of at most 3': text(0, 3),
  capitals: matching(/^[A-Z]*$/, 'capital letters'),
  'capitals of 1 to 3': matching(/^[A-Z]*$/, 'capital letters', { of: text(1, 3) }),
  '1 to 3': wholeNumber(1, 3),
  'any whole number': wholeNumber(),
  'an array of 1 to 2': boundedArray(t.string, 1, 2),
} as const;

describe('a codec with bounds', () => {
  it.each<[keyof typeof CODECS, readonly unknown[], readonly unknown[]]>([
    ['text of 1 to 3', ['a', 'abc', '\0', 'é€'], ['', 'abcd', '😀😀', 1, null]],
    ['text of at most 3', ['', 'abc'], ['abcd']],
    ['capitals', ['', 'ABCD'], ['a', 'A\n', 1]],
    ['capitals of 1 to 3', ['A', 'ABC'], ['', 'ABCD', 'a']],
    ['1 to 3', [1, 3], [0, 4, 1.5, '1', Number.NaN, Number.POSITIVE_INFINITY]],
    ['any whole number', [0, -(2 ** 53) + 1, 2 ** 53 - 1], [2 ** 53, 1e300, 0.1]],
    ['an array of 1 to 2', [['a'], ['a', 'b']], [[], ['a', 'b', 'c'], [1], 'a']],
  ])('(%s) takes %j and refuses %j', (name, taken, refused) => {
    const codec = CODECS[name] as t.Type<unknown, unknown>;
    const takes = (input: unknown) => decode(codec, input).ok;
    expect(taken.filter((input) => !takes(input))).toEqual([]);
    expect(refused.filter(takes)).toEqual([]);
  });

  it.each([
    [text(0, 3), 'abcd', 'a string of at most 3 characters'],
    [text(1, 3), '', 'a string of 1 to 3 characters'],
    [wholeNumber(1, 3), 0, 'a whole number from 1 to 3'],
    [boundedArray(t.string, 1, 2), [], 'an array of 1 to 2 entries'],
  ])('tells its bounds', (codec, input, expected) => {
    expect(decode(codec as t.Type<unknown, unknown>, input)).toMatchObject({
      problems: [{ expected }],
    });
  });
});
