import { describe, expect, it } from '@jest/globals';
import { unknownTerm } from './unknown_term.ts';

describe('a word that looks like a term', () => {
  it.each([
    ['user:alice', 'user:alice'],
    ['books -expired:true x', '-expired:true'],
    ['metadata.:x', 'metadata.:x'],
    ['kind:managed', undefined],
    ['status:foo', undefined],
    ['Alerting: rule', undefined],
    ['http://x', undefined],
    ['"user:alice"', undefined],
    ['10:30', undefined],
    ['', undefined],
  ])('is found in %j: %j', (search, found) => {
    expect(unknownTerm(search)).toBe(found);
  });
});
