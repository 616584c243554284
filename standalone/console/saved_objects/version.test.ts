import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeVersion, encodeVersion } from './version.ts';

it('is read as it was given', () => {
  fc.assert(
    fc.property(fc.record({ seqNo: fc.nat(), primaryTerm: fc.nat() }), (version) => {
      expect(decodeVersion(encodeVersion(version))).toEqual(version);
    }),
  );
});

it('has the form of Kibana', () => {
  expect(encodeVersion({ seqNo: 4, primaryTerm: 1 })).toBe('WzQsMV0=');
});

it.each(['', 'x', 'WzRd', 'eyJhIjoxfQ=='])('is not "%s"', (text) => {
  expect(() => decodeVersion(text)).toThrow(`Invalid version [${text}]`);
});
