import type * as t from 'io-ts';
import type { Facts } from '../shape.ts';
import { type OpenPart, shapeOf } from './shape_of.ts';

/** A schema of JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface SchemaOptions {
  /**
   * Whether an object has no fields but its own. So it is in a request; an answer may have more in a
   * newer version.
   */
  readonly isClosed: boolean;
  /** The reference to a codec that has a schema of its own elsewhere. */
  readonly refTo: (codec: t.Mixed) => string | undefined;
}

/** The schema of a codec: what it takes is valid, and what is not valid it refuses. */
export function jsonSchema(codec: t.Mixed, options: SchemaOptions): JsonSchema {
  const ref = options.refTo(codec);
  return ref === undefined ? schemaInFull(codec, options) : { $ref: ref };
}

/** The same for a codec that may have a reference. */
export function schemaInFull(codec: t.Mixed, options: SchemaOptions): JsonSchema {
  const schemaOf = (part: t.Mixed) => jsonSchema(part, options);
  const shape = shapeOf(codec);
  switch (shape.kind) {
    case 'primitive':
      return { type: shape.type };
    case 'anything':
      return {};
    case 'literal':
      return { const: shape.value };
    case 'words':
      return { type: 'string', enum: shape.words };
    case 'array':
      return { type: 'array', items: schemaOf(shape.member) };
    case 'union':
      return unionOf(shape.members.map(schemaOf));
    case 'optional':
      return schemaOf(shape.codec);
    case 'record':
      return {
        type: 'object',
        ...unlessEmpty('propertyNames', withoutType(schemaOf(shape.name))),
        additionalProperties: schemaOf(shape.value),
      };
    case 'object': {
      const { required, optional } = shape;
      const parts = [
        { props: required, isRequired: true },
        { props: optional, isRequired: false },
      ];
      const closed = options.isClosed ? { additionalProperties: false } : {};
      return { ...objectOf(parts, schemaOf), ...closed };
    }
    case 'open':
      return objectOf(shape.parts, schemaOf);
    case 'refined':
      return withFacts(schemaOf(shape.codec), shape.facts, codec.name);
  }
}

function objectOf(
  parts: readonly OpenPart[],
  schemaOf: (codec: t.Mixed) => JsonSchema,
): JsonSchema {
  const fields = parts.flatMap(({ props }) => Object.entries(props));
  const required = parts.flatMap(({ props, isRequired }) => (isRequired ? Object.keys(props) : []));
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([field, codec]) => [field, schemaOf(codec)])),
    ...(required.length > 0 && { required }),
  };
}

/** Plain types as one list, as people write them. */
function unionOf(members: readonly JsonSchema[]): JsonSchema {
  const arePlain = members.every((member) => Object.keys(member).join() === 'type');
  return arePlain ? { type: members.map(({ type }) => type) } : { anyOf: members };
}

const withoutType = ({ type: _type, ...rest }: JsonSchema): JsonSchema => rest;

const unlessEmpty = (keyword: string, schema: JsonSchema): JsonSchema =>
  Object.keys(schema).length > 0 ? { [keyword]: schema } : {};

/** Both hold: where both have the same keyword, there is a schema for each. */
function withFacts(schema: JsonSchema, facts: Facts, expected: string): JsonSchema {
  const { description: inner, ...rest } = schema;
  const description =
    facts.description ?? [expected, inner].filter((text) => text !== undefined).join('; ');
  if (Array.isArray(rest.allOf)) return { description, allOf: [...rest.allOf, facts] };
  const overlaps = Object.keys(facts).some((keyword) => keyword !== 'type' && keyword in rest);
  return overlaps ? { description, allOf: [rest, facts] } : { ...rest, ...facts, description };
}

/** The schema of an object with a text on what its fields are for, before what is expected of them. */
export function withFieldTexts(
  schema: JsonSchema,
  texts: Readonly<Record<string, string | undefined>>,
): JsonSchema {
  const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
  const described = Object.entries(properties).map(([name, property]) => {
    const text = texts[name];
    const { description: expected, ...rest } = property;
    if (text === undefined) return [name, property];
    return [
      name,
      { ...rest, description: expected === undefined ? text : `${text} Expected: ${expected}.` },
    ];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}
