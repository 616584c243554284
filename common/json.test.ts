import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decode } from './decode.ts';
import { Json, JsonObject } from './json.ts';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('JSON of any content', () => {
  it('is taken', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decode(Json, value)).toEqual({ ok: true, value });
      }),
    );
  });

  it.each([200])('may have %d levels', (levels) => {
    expect(decode(Json, nested(levels)).ok).toBe(true);
  });

  it.each([201, 100_000])('may not have %d levels', (levels) => {
    expect(decode(Json, nested(levels)).ok).toBe(false);
  });

  it('has no number that would be written as null', () => {
    expect(decode(Json, JSON.parse('[1e308]')).ok).toBe(true);
    expect(decode(Json, JSON.parse('{"a": [1e309]}')).ok).toBe(false);
  });
});

describe('a JSON object', () => {
  it.each([[{}], [{ a: [null] }], [JSON.parse('{"__proto__": 1}')]])('may be %j', (input) => {
    expect(decode(JsonObject, input).ok).toBe(true);
  });

  it.each([[[]], [null], ['{}'], [{ a: nested(201) }]])('may not be %#', (input) => {
    expect(decode(JsonObject, input).ok).toBe(false);
  });
});
