import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as t from 'io-ts';
import { decode } from './decode.ts';
import { arrayOf, concealed, exact, oneOf, record, refined } from './exact.ts';

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

describe('an array', () => {
  it.each([
    [[], []],
    [['a', 'b'], []],
    [
      [1, 'a', null],
      [
        ['0', 'a string'],
        ['2', 'a string'],
      ],
    ],
    [{ 0: 'a', length: 1 }, [['', 'an array']]],
    ['a', [['', 'an array']]],
  ])('of %j has the problems %j', (input, expected) => {
    expect(problems(arrayOf(t.string), input)).toEqual(expected);
  });
});

it.each([
  ['asc', []],
  ['ASC', [['', '"asc" or "desc"']]],
  [undefined, [['', '"asc" or "desc"']]],
])('one word of several: %j', (input, expected) => {
  expect(problems(oneOf(['asc', 'desc']), input)).toEqual(expected);
});

it('never quotes what is concealed', () => {
  const Secret = exact({ secret: concealed(oneOf(['right'])) }, {});
  expect(decode(Secret, { secret: 'wrong' })).toEqual({
    ok: false,
    problems: [{ path: ['secret'], expected: '"right"', got: 'a string' }],
  });
});

// A body of a megabyte has room for so many, and each would take a thousand times its bytes.
it.each([
  ['an array', arrayOf(exact({}, {})), Array(300_000).fill(0)],
  ['arrays in an array', arrayOf(arrayOf(t.string)), Array(3_000).fill(Array(90).fill(0))],
  ['an object', exact({}, {}), fieldsOf(90_000)],
  [
    'a record',
    record(
      refined(t.string, 'none', () => false),
      t.string,
    ),
    fieldsOf(90_000),
  ],
])('names the first hundred mistakes in %s', (_case, codec, input) => {
  const { length } = problems(codec as t.Type<unknown, unknown>, input);
  expect(length).toBeGreaterThanOrEqual(100);
  expect(length).toBeLessThanOrEqual(200);
});

function fieldsOf(count: number): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 0]));
}
