import * as t from 'io-ts';
import { arrayOf, refined } from './exact.ts';

/** Text of at least `min` and at most `max` characters, which are UTF-16 code units as in Java. */
export const text = (min: number, max: number): t.Type<string, unknown> =>
  refined(
    t.string,
    min === 0 ? `a string of at most ${max} characters` : `a string of ${min} to ${max} characters`,
    ({ length }) => length >= min && length <= max,
    { ...(min > 0 && { minLength: min }), maxLength: max },
  );

interface Matching {
  /** What is text already. */
  readonly of?: t.Type<string, unknown>;
  /** Where chance would not find any. */
  readonly examples?: readonly string[];
}

/** Text with this pattern, which has no flags, as JSON Schema knows none. */
export const matching = (
  pattern: RegExp,
  expected: string,
  { of = t.string, examples }: Matching = {},
): t.Type<string, unknown> =>
  refined(of, expected, (given) => pattern.test(given), {
    pattern: pattern.source,
    ...(examples && { examples }),
  });

/** A whole number within these bounds; without them, within the range in which a double counts exactly. */
export const wholeNumber = (
  minimum: number = Number.MIN_SAFE_INTEGER,
  maximum: number = Number.MAX_SAFE_INTEGER,
  expected = maximum === Number.MAX_SAFE_INTEGER
    ? `a whole number of at least ${minimum}`
    : `a whole number from ${minimum} to ${maximum}`,
): t.Type<number, unknown> =>
  refined(
    t.number,
    expected,
    (given) => Number.isInteger(given) && given >= minimum && given <= maximum,
    { type: 'integer', minimum, maximum },
  );

/** `array` of at least `min` and at most `max` members. */
export const boundedArray = <A>(member: t.Type<A, unknown>, min: number, max: number) =>
  refined(
    arrayOf(member),
    `an array of ${min} to ${max} entries`,
    ({ length }) => length >= min && length <= max,
    { ...(min > 0 && { minItems: min }), maxItems: max },
  );
