import fc from 'fast-check';
import type * as t from 'io-ts';
import { shapeOf } from '../../../common/openapi/shape_of.ts';
import type { Facts } from '../../../common/shape.ts';

/** What stands for a codec, in place of what its shape says: keys that exist, where it takes an id. */
export type Known = ReadonlyMap<t.Mixed, fc.Arbitrary<unknown>>;

const NOTHING_KNOWN: Known = new Map();

/** Values that a codec takes. */
export function valid(codec: t.Mixed, known: Known = NOTHING_KNOWN): fc.Arbitrary<unknown> {
  const replacement = known.get(codec);
  if (replacement !== undefined) return replacement;
  const valuesOf = (part: t.Mixed) => valid(part, known);
  const shape = shapeOf(codec);
  switch (shape.kind) {
    case 'primitive':
      return PRIMITIVES[shape.type];
    case 'anything':
      return fc.jsonValue({ maxDepth: 3 });
    case 'literal':
      return fc.constant(shape.value);
    case 'words':
      return fc.constantFrom(...shape.words);
    case 'array':
      return fc.array(valuesOf(shape.member), { maxLength: 3 });
    case 'union':
      return fc.oneof(...shape.members.map(valuesOf));
    case 'optional':
      return fc.option(valuesOf(shape.codec), { nil: undefined, freq: 5 });
    case 'record':
      return fc.dictionary(
        valuesOf(shape.name).filter((name) => typeof name === 'string'),
        valuesOf(shape.value),
        { maxKeys: 3, noNullPrototype: true },
      );
    case 'object': {
      const { required, optional } = shape;
      const fields = Object.entries({ ...required, ...optional });
      return fc.record(Object.fromEntries(fields.map(([field, part]) => [field, valuesOf(part)])), {
        requiredKeys: Object.keys(required),
        noNullPrototype: true,
      });
    }
    case 'open':
      throw new Error('Only answers have such objects');
    case 'refined': {
      const wanted = withFacts(valuesOf(shape.codec), shape.facts);
      return wanted.filter((value) => codec.is(value));
    }
  }
}

const PRIMITIVES = {
  string: fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 })),
  number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  boolean: fc.boolean(),
  null: fc.constant(null),
};

/** More often what facts ask for, at their bounds above all. */
function withFacts(values: fc.Arbitrary<unknown>, facts: Facts): fc.Arbitrary<unknown> {
  const { examples = [], maxLength, minimum, maximum } = facts;
  return fc.oneof(
    values,
    ...(examples.length > 0 ? [fc.constantFrom(...examples)] : []),
    ...(maxLength !== undefined ? [fc.constant('x'.repeat(maxLength))] : []),
    ...(minimum !== undefined && maximum !== undefined
      ? [fc.constantFrom(minimum, maximum), fc.maxSafeInteger().map(within(minimum, maximum))]
      : []),
    ...('const' in facts ? [fc.constant(facts.const)] : []),
  );
}

const within = (minimum: number, maximum: number) => (given: number) =>
  Math.min(maximum, Math.max(minimum, Math.abs(given) % (maximum + 1)));
