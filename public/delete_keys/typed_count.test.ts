import { describe, expect, it } from '@jest/globals';
import { isTypedCount } from './typed_count.ts';

describe('the typed number', () => {
  it.each(['1234', ' 1234 ', '1,234', '1.234', '1 234', '1’234', '1\u202f234'])(
    'is taken for 1234: %s',
    (text) => expect(isTypedCount(text, 1234)).toBe(true),
  );

  it.each(['', '123', '12345', '12,34', '-1234', '1234 keys', 'x1234', '1,,234', '1.234,0'])(
    'is not taken for 1234: %s',
    (text) => expect(isTypedCount(text, 1234)).toBe(false),
  );
});
