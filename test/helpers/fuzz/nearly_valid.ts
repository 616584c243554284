import fc from 'fast-check';
import type * as t from 'io-ts';
import { type AnyShape, shapeOf } from '../../../common/openapi/shape_of.ts';
import type { Facts } from '../../../common/shape.ts';
import { textOf } from './text_of.ts';
import { type Known, valid } from './valid.ts';

/** Values that a codec would take but for one place, and some that it takes by chance. */
export const nearlyValid = (codec: t.Mixed, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(STRANGE, ...mistakesIn(shapeOf(codec), codec, known));

const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '0', ''];

/** Objects with such a field of their own, as only a parser can make them. */
const withOwnField = (name: string, value: unknown): unknown =>
  JSON.parse(`{${JSON.stringify(name)}: ${JSON.stringify(value)}}`);

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

/** What hardly any place takes. */
const STRANGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, '', ' ', [], {}, [[]], [null], [{}]),
  fc.constantFrom('\0', '\ud800', 'a\r\nb: c', '../..', '%00', '*', '%{x}', '<b>', '=1+1'),
  fc.constantFrom('x'.repeat(70_000), '€'.repeat(40_000), nested(199), nested(250)),
  fc
    .tuple(fc.constantFrom(...NAMES_OF_OBJECTS), fc.constantFrom<unknown>(1, {}, { prototype: 1 }))
    .map(([name, value]) => withOwnField(name, value)),
  fc.jsonValue({ maxDepth: 2 }),
);

function mistakesIn(shape: AnyShape, codec: t.Mixed, known: Known): fc.Arbitrary<unknown>[] {
  const near = (part: t.Mixed) => nearlyValid(part, known);
  switch (shape.kind) {
    case 'array':
      return [
        fc.tuple(valid(codec, known), near(shape.member)).map(([all, one]) => [...list(all), one]),
      ];
    case 'union':
      return shape.members.map(near);
    case 'optional':
      return mistakesIn(shapeOf(shape.codec), shape.codec, known);
    case 'record':
      return [
        fc
          .tuple(valid(codec, known), near(shape.name), valid(shape.value, known))
          .map(([all, name, value]) => withField(all, textOf(name), value)),
        fc
          .tuple(valid(codec, known), valid(shape.name, known), near(shape.value))
          .map(([all, name, value]) => withField(all, textOf(name), value)),
      ];
    case 'object':
      return mistakesInFields({ ...shape.required, ...shape.optional }, codec, known);
    case 'refined':
      return [...beyond(shape.facts), ...mistakesIn(shapeOf(shape.codec), shape.codec, known)];
    default:
      return [];
  }
}

/** A field too much, one too few, or one that is nearly right. */
function mistakesInFields(fields: t.Props, codec: t.Mixed, known: Known): fc.Arbitrary<unknown>[] {
  const whole = valid(codec, known);
  const names = Object.keys(fields);
  const strangers = ['expiration', 'api_key', 'refresh', ...NAMES_OF_OBJECTS];
  return [
    fc
      .tuple(whole, fc.constantFrom(...strangers), STRANGE)
      .map(([all, name, value]) => withField(all, name, value)),
    ...(names.length === 0 ? [] : [fc.tuple(whole, fc.constantFrom(...names)).map(withoutField)]),
    ...Object.entries(fields).map(([name, part]) =>
      fc.tuple(whole, nearlyValid(part, known)).map(([all, value]) => withField(all, name, value)),
    ),
  ];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const withField = (all: unknown, name: string, value: unknown): unknown =>
  Object.fromEntries([...Object.entries(all ?? {}), [name, value]]);

const withoutField = ([all, name]: [unknown, string]): unknown =>
  Object.fromEntries(Object.entries(all ?? {}).filter(([field]) => field !== name));

/** Values one step beyond each bound. */
function beyond({ minLength, maxLength, minimum, maximum, minItems, maxItems }: Facts) {
  const values: unknown[] = [
    ...(minLength === undefined ? [] : ['x'.repeat(minLength - 1)]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1, maximum - 0.5, 2 * maximum]),
    ...(minItems === undefined ? [] : [Array(minItems - 1).fill('x')]),
    ...(maxItems === undefined ? [] : [Array(maxItems + 1).fill('x')]),
  ];
  return values.length === 0 ? [] : [fc.constantFrom(...values)];
}
