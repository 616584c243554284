import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as t from 'io-ts';
import { decode } from './decode.ts';
import { boundedArray, exact, JsonObject, oneOf, record, refined } from './exact.ts';

const problems = <A>(codec: t.Type<A, unknown>, input: unknown) => {
  const decoded = decode(codec, input);
  return decoded.ok ? [] : decoded.problems.map(({ path, expected }) => [path.join('.'), expected]);
};

describe('an exact object', () => {
  const Person = exact({ name: t.string }, { age: t.number });

  it.each([[{ name: 'Ann' }], [{ name: 'Ann', age: 3 }]])('takes %j', (input) => {
    expect(problems(Person, input)).toEqual([]);
  });

  it.each([
    [{}, [['name', 'a string']]],
    [{ name: 'Ann', age: undefined }, [['age', 'a number']]],
    [{ name: 'Ann', agee: 3 }, [['agee', 'one of the fields name, age']]],
    [{ name: 'Ann', toString: 1 }, [['toString', 'one of the fields name, age']]],
    [[], [['', 'an object']]],
    [null, [['', 'an object']]],
  ])('refuses %j', (input, expected) => {
    expect(problems(Person, input)).toEqual(expected);
  });

  it('refuses every field that is not its own, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (field, value) => {
        fc.pre(field !== 'name' && field !== 'age');
        const input = JSON.parse(
          `{"name":"Ann",${JSON.stringify(field)}:${JSON.stringify(value)}}`,
        );
        expect(problems(Person, input).map(([path]) => path)).toEqual([field]);
      }),
    );
  });

  it('gives back what it takes, as it is', () => {
    const input = { name: 'Ann', age: 3 };
    expect(decode(Person, input)).toEqual({ ok: true, value: input });
  });
});

describe('a record', () => {
  const Ages = record(
    refined(t.string, 'a capital letter', (name) => /^[A-Z]/.test(name)),
    t.number,
  );

  it.each([
    [{}, []],
    [{ Ann: 3, Ben: 4 }, []],
    [{ ann: 3 }, [['ann', 'a capital letter']]],
    [
      { Ann: '3', Ben: null },
      [
        ['Ann', 'a number'],
        ['Ben', 'a number'],
      ],
    ],
    [[3], [['', 'an object']]],
  ])('of %j has the problems %j', (input, expected) => {
    expect(problems(Ages, input)).toEqual(expected);
  });

  it('checks a field called __proto__ like any other', () => {
    expect(problems(Ages, JSON.parse('{"__proto__":{}}'))).toHaveLength(1);
  });
});

describe('the smaller codecs', () => {
  it.each([
    [JsonObject, {}, true],
    [JsonObject, [], false],
    [JsonObject, null, false],
    [boundedArray(t.string, 1, 2), [], false],
    [boundedArray(t.string, 1, 2), ['a'], true],
    [boundedArray(t.string, 1, 2), ['a', 'b', 'c'], false],
    [oneOf(['asc', 'desc']), 'asc', true],
    [oneOf(['asc', 'desc']), 'ASC', false],
  ])('%p of %j: %s', (codec, input, ok) => {
    expect(decode(codec as t.Type<unknown, unknown>, input).ok).toBe(ok);
  });
});
