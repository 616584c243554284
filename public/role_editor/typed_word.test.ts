import { describe, expect, it } from '@jest/globals';
import { closeString, typedWord } from './typed_word.ts';

// In these texts `|` is the cursor.
const at = <T>(marked: string, read: (text: string, offset: number) => T): T =>
  read(marked.replace('|', ''), marked.indexOf('|'));

describe('the word that is typed', () => {
  it.each([
    ['{"ab|', { text: 'ab', quoted: true, from: 2 }],
    ['{"ab|cd"}', { text: 'ab', quoted: true, from: 2 }],
    ['["a", "b|', { text: 'b', quoted: true, from: 7 }],
    ['["a\\"b|', { text: 'a\\"b', quoted: true, from: 2 }],
    ['["logs-*, x|', { text: 'logs-*, x', quoted: true, from: 2 }],
    ['["a"|', { text: '', quoted: false, from: 4 }],
    ['{tr|ue', { text: 'tr', quoted: false, from: 1 }],
    ['"open\n{|', { text: '', quoted: false, from: 7 }],
    ['|', { text: '', quoted: false, from: 0 }],
  ])('in %j', (marked, word) => {
    expect(at(marked, typedWord)).toEqual(word);
  });
});

describe('a string is closed at the cursor', () => {
  it.each([
    ['["ab|]', '["ab"]'],
    ['["ab|, "cd"]', '["ab", "cd"]'],
    ['["ab|\n, "cd"]', '["ab"\n, "cd"]'],
    ['["a", "b|', '["a", "b"'],
  ])('in %j, where it would go on', (marked, closed) => {
    expect(at(marked, closeString)).toBe(closed);
  });

  it.each(['["ab|cd"]', '[|"ab]', '["a"|, "b]', '["a\\"|b"]', '|', '{|}'])(
    'but not in %j',
    (marked) => {
      expect(at(marked, closeString)).toBe(marked.replace('|', ''));
    },
  );
});
