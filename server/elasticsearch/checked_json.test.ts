import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeFor, encodeFor } from './checked_json.ts';

const anyText = fc.string({ unit: 'binary' });

it('gives back what was encoded, to the same purpose only', () => {
  fc.assert(
    fc.property(fc.array(anyText), anyText, anyText, (content, purpose, other) => {
      fc.pre(purpose !== other);
      const text = encodeFor(purpose, content);
      expect(text).toMatch(/^[\w-]+$/);
      expect(decodeFor(purpose, text)).toEqual(content);
      expect(decodeFor(other, text)).toBeUndefined();
    }),
  );
});

it('takes any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(decodeFor('a', text)).toBeUndefined();
    }),
  );
});
