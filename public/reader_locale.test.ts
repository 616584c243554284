import { describe, expect, it } from '@jest/globals';
import { readerLocale } from './reader_locale.ts';

describe('the reader’s locale', () => {
  it.each([
    ['en', ['en-GB', 'de'], 'en-GB'],
    ['en', ['de-DE', 'en-AU', 'en-US'], 'en-AU'],
    ['en', ['de-DE'], 'en'],
    ['de-DE', ['de-AT', 'en-US'], 'de-DE'],
    ['', ['en-CA'], 'en-CA'],
    ['', [], 'en'],
  ])('of a page in %j for a reader of %j is %s', (page, preferred, expected) => {
    expect(readerLocale(page, preferred)).toBe(expected);
  });
});
