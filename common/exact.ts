import { isLeft } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';

/** True for what JSON calls an object: not an array, not null. */
export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object with any content, e.g. a key's `metadata`. */
export const JsonObject = new t.Type<Record<string, unknown>>(
  'an object',
  isJsonObject,
  (input, context) => (isJsonObject(input) ? t.success(input) : t.failure(input, context)),
  t.identity,
);

type OptionalOf<P extends t.Props> = { [K in keyof P]?: t.TypeOf<P[K]> };
type ExactOf<R extends t.Props, O extends t.Props> = t.TypeOfProps<R> & OptionalOf<O>;

/**
 * An object with these fields and no others. io-ts's own `exact` drops unknown fields; here each one
 * is an error at its own path, because a misspelt `role_descriptors` must never be ignored.
 */
export function exact<R extends t.Props, O extends t.Props>(
  required: R,
  optional: O,
): t.Type<ExactOf<R, O>, unknown> {
  const known: Record<string, t.Mixed> = { ...required, ...optional };
  const validate: t.Validate<unknown, ExactOf<R, O>> = (input, context) => {
    if (!isJsonObject(input)) return t.failure(input, context);
    const errors: t.Errors = [];
    for (const [field, codec] of Object.entries(known)) {
      if (!Object.hasOwn(input, field)) {
        if (field in required)
          errors.push({ value: undefined, context: t.appendContext(context, field, codec) });
        continue;
      }
      const result = codec.validate(
        input[field],
        t.appendContext(context, field, codec, input[field]),
      );
      if (isLeft(result)) errors.push(...result.left);
    }
    for (const field of Object.keys(input)) {
      if (!Object.hasOwn(known, field))
        errors.push({
          value: input[field],
          context: t.appendContext(context, field, unknownField(known)),
        });
    }
    return errors.length > 0 ? t.failures(errors) : t.success(input as ExactOf<R, O>);
  };
  return new t.Type(
    'an object',
    (u): u is ExactOf<R, O> => !isLeft(validate(u, [])),
    validate,
    t.identity,
  );
}

/** A codec whose values are never quoted in a message, only their type is told. */
export class Concealed<A> extends t.Type<A, unknown> {}

/** Concealed, because what stands in a wrong place may be a secret. */
const unknownField = (known: object) =>
  new Concealed<never>(
    Object.keys(known).length > 0
      ? `one of the fields ${Object.keys(known).join(', ')}`
      : 'no fields',
    (_u): _u is never => false,
    t.failure,
    t.identity,
  );

/** An object with any fields whose names and values are like this. */
export function record<A>(
  name: t.Type<string, unknown>,
  value: t.Type<A, unknown>,
): t.Type<Record<string, A>, unknown> {
  const validate: t.Validate<unknown, Record<string, A>> = (input, context) => {
    if (!isJsonObject(input)) return t.failure(input, context);
    const errors = Object.entries(input).flatMap(([field, content]) =>
      [
        name.validate(field, t.appendContext(context, field, name, field)),
        value.validate(content, t.appendContext(context, field, value, content)),
      ].flatMap((result) => (isLeft(result) ? result.left : [])),
    );
    return errors.length > 0 ? t.failures(errors) : t.success(input as Record<string, A>);
  };
  return new t.Type(
    'an object',
    (u): u is Record<string, A> => !isLeft(validate(u, [])),
    validate,
    t.identity,
  );
}

/**
 * `codec` with one more condition. The name says what is expected, as a noun phrase that ends the
 * sentence "expected …".
 */
export function refined<A>(
  codec: t.Type<A, unknown>,
  expected: string,
  holds: (value: A) => boolean,
): t.Type<A, unknown> {
  const validate: t.Validate<unknown, A> = (input, context) => {
    const result = codec.validate(input, retyped(context, codec));
    return isLeft(result) || holds(result.right) ? result : t.failure(input, context);
  };
  return new t.Type(expected, (u): u is A => codec.is(u) && holds(u), validate, t.identity);
}

/** A failure inside of `codec` is told by its name, not by that of the condition around it. */
const retyped = (context: t.Context, codec: t.Mixed): t.Context =>
  context.map((entry, index) => (index === context.length - 1 ? { ...entry, type: codec } : entry));

/** `array` of at least `min` and at most `max` members. */
export const boundedArray = <A>(member: t.Type<A, unknown>, min: number, max: number) =>
  refined(
    t.array(member) as t.Type<A[], unknown>,
    `an array of ${min} to ${max} entries`,
    (a) => a.length >= min && a.length <= max,
  );

/** One of these words. */
export function oneOf<const W extends string>(words: readonly W[]): t.Type<W, unknown> {
  const is = (u: unknown): u is W => words.some((word) => word === u);
  return new t.Type(
    words.map((word) => `"${word}"`).join(' or '),
    is,
    (u, c) => (is(u) ? t.success(u) : t.failure(u, c)),
    t.identity,
  );
}
