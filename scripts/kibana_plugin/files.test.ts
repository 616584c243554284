import { describe, expect, it } from '@jest/globals';
import { contentHash } from './files.ts';

const files = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)]));

describe('the hash of files', () => {
  const hash = contentHash(files({ a: '1', b: '2' }));

  it('is the same in whatever order they come', () => {
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(contentHash(files({ b: '2', a: '1' }))).toBe(hash);
  });

  it.each([
    ['a text', { a: '1', b: '3' }],
    ['a name', { a: '1', c: '2' }],
    ['where one ends', { a: '1b', b: '2' }],
    ['their number', { a: '1', b: '2', c: '' }],
  ])('changes with %s', (_what, texts) => {
    expect(contentHash(files(texts))).not.toBe(hash);
  });
});
