import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromPointer, toPointer } from './json_pointer.ts';

describe('A JSON pointer', () => {
  it.each([
    [[], ''],
    [['foo', '0'], '/foo/0'],
    [[''], '/'],
    [['a/b', 'm~n', '~1'], '/a~1b/m~0n/~01'],
  ])('to %j is "%s"', (keys, pointer) => {
    expect(toPointer(keys)).toBe(pointer);
  });

  it('leads back to the same way', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (keys) => {
        expect(fromPointer(toPointer(keys))).toEqual(keys);
      }),
    );
  });
});
