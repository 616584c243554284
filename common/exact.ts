import { isLeft } from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type Facts, Shaped } from './shape.ts';

/** True for what JSON calls an object: not an array, not null. */
export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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
  const known = new Map<string, t.Mixed>(Object.entries({ ...required, ...optional }));
  const unknown = unknownField([...known.keys()]);
  return new Shaped('an object', { kind: 'object', required, optional }, (input, context) => {
    if (!isJsonObject(input)) return t.failure(input, context);
    const missing = Object.entries(required).filter(([field]) => !Object.hasOwn(input, field));
    const errors = [
      ...missing.map(([field, codec]) => missingError(field, codec, context)),
      ...errorsIn(Object.entries(input), (field) => known.get(field) ?? unknown, context),
    ];
    return errors.length > 0 ? t.failures(errors) : t.success(input as ExactOf<R, O>);
  });
}

const missingError = (field: string, codec: t.Mixed, context: t.Context): t.ValidationError => ({
  value: undefined,
  context: t.appendContext(context, field, codec),
});

/** Whoever makes more mistakes is told of the first ones: megabytes of them would take gigabytes. */
const ENOUGH_ERRORS = 100;

type Entry = readonly [field: string, value: unknown];

function errorsIn(
  entries: readonly Entry[],
  codecOf: (field: string) => t.Mixed,
  context: t.Context,
): t.Errors {
  const errors: t.Errors = [];
  for (const [field, value] of entries) {
    const codec = codecOf(field);
    const result = codec.validate(value, t.appendContext(context, field, codec, value));
    if (isLeft(result)) errors.push(...result.left);
    if (errors.length >= ENOUGH_ERRORS) break;
  }
  return errors;
}

/** A codec whose values are never quoted in a message, only their type is told. */
export class Concealed<A> extends Shaped<A> {}

/** Concealed, because what stands in a wrong place may be a secret. */
const unknownField = (known: readonly string[]) =>
  new Concealed<unknown>(
    known.length > 0 ? `one of the fields ${known.join(', ')}` : 'no fields',
    { kind: 'words', words: [] },
    t.failure,
  );

/** `codec` for a secret. */
export const concealed = <A>(codec: t.Type<A, unknown>): t.Type<A, unknown> =>
  new Concealed(
    codec.name,
    { kind: 'refined', codec, facts: { description: codec.name } },
    (input, context) => (codec.is(input) ? t.success(input) : t.failure(input, context)),
  );

/** An object with any fields whose names and values are like this. */
export const record = <A>(
  name: t.Type<string, unknown>,
  value: t.Type<A, unknown>,
): t.Type<Record<string, A>, unknown> =>
  new Shaped('an object', { kind: 'record', name, value }, (input, context) => {
    if (!isJsonObject(input)) return t.failure(input, context);
    const fields = Object.keys(input).map((field) => [field, field] as const);
    const errors = [
      ...errorsIn(fields, () => name, context),
      ...errorsIn(Object.entries(input), () => value, context),
    ];
    return errors.length > 0 ? t.failures(errors) : t.success(input as Record<string, A>);
  });

/** An array of any length. */
export const arrayOf = <A>(member: t.Type<A, unknown>): t.Type<A[], unknown> =>
  new Shaped('an array', { kind: 'array', member }, (input, context) => {
    if (!Array.isArray(input)) return t.failure(input, context);
    const entries = input.map((value, index) => [String(index), value] as const);
    const errors = errorsIn(entries, () => member, context);
    return errors.length > 0 ? t.failures(errors) : t.success(input as A[]);
  });

/**
 * `codec` with one more condition. `expected` says what is expected, as a noun phrase that ends the
 * sentence "expected …"; `facts` what the condition is in JSON Schema.
 */
export const refined = <A>(
  codec: t.Type<A, unknown>,
  expected: string,
  holds: (value: A) => boolean,
  facts: Facts = {},
): t.Type<A, unknown> =>
  new Shaped(expected, { kind: 'refined', codec, facts }, (input, context) => {
    const result = codec.validate(input, retyped(context, codec));
    return isLeft(result) || holds(result.right) ? result : t.failure(input, context);
  });

/** A failure inside of `codec` is told by its name, not by that of the condition around it. */
const retyped = (context: t.Context, codec: t.Mixed): t.Context =>
  context.map((entry, index) => (index === context.length - 1 ? { ...entry, type: codec } : entry));

/** One of these words. */
export const oneOf = <const W extends string>(words: readonly W[]): t.Type<W, unknown> =>
  new Shaped(
    words.map((word) => `"${word}"`).join(' or '),
    { kind: 'words', words },
    (input, context) =>
      words.some((word) => word === input) ? t.success(input as W) : t.failure(input, context),
  );
