import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as t from 'io-ts';
import { nearlyValid } from '../../test/helpers/fuzz/nearly_valid.ts';
import { valid } from '../../test/helpers/fuzz/valid.ts';
import { boundedArray, matching, text, wholeNumber } from '../bounded.ts';
import { Duration } from '../duration.ts';
import { arrayOf, concealed, exact, oneOf, record, refined } from '../exact.ts';
import { CreateKeyBody, KeyName } from '../http_api/create_key.ts';
import { DeleteKeysBody } from '../http_api/delete_keys.ts';
import { emptyAsObject } from '../http_api/route.ts';
import { KeyQuery } from '../key_filter.ts';
import { jsonSchema, type SchemaOptions } from './json_schema.ts';

const CLOSED: SchemaOptions = { isClosed: true, refTo: () => undefined };
const OPEN: SchemaOptions = { ...CLOSED, isClosed: false };

const Person = exact({ name: t.string }, { age: wholeNumber(0, 150) });
const PROPERTIES = {
  name: { type: 'string' },
  age: {
    description: 'a whole number from 0 to 150',
    type: 'integer',
    minimum: 0,
    maximum: 150,
  },
};

describe('the JSON Schema', () => {
  it.each<[string, t.Mixed, object]>([
    ['a string', t.string, { type: 'string' }],
    ['anything', t.unknown, {}],
    ['a literal', t.literal(true), { const: true }],
    ['words', oneOf(['asc', 'desc']), { type: 'string', enum: ['asc', 'desc'] }],
    ['an array', arrayOf(t.number), { type: 'array', items: { type: 'number' } }],
    [
      'a bounded array',
      boundedArray(t.string, 1, 2),
      {
        description: 'an array of 1 to 2 entries',
        type: 'array',
        items: { type: 'string' },
        minItems: 1,
        maxItems: 2,
      },
    ],
    ['plain types', t.union([t.string, t.null]), { type: ['string', 'null'] }],
    [
      'several schemas',
      t.union([t.literal(1), t.null]),
      { anyOf: [{ const: 1 }, { type: 'null' }] },
    ],
    [
      'a record',
      record(t.string, t.null),
      { type: 'object', additionalProperties: { type: 'null' } },
    ],
    [
      'a record with certain names',
      record(matching(/^a/, 'a name with a'), t.null),
      {
        type: 'object',
        propertyNames: { description: 'a name with a', pattern: '^a' },
        additionalProperties: { type: 'null' },
      },
    ],
    ['what may be left out', emptyAsObject(t.string), { type: 'string' }],
    [
      'a secret',
      concealed(text(0, 9)),
      {
        description: 'a string of at most 9 characters',
        type: 'string',
        maxLength: 9,
      },
    ],
    [
      'several conditions of one kind',
      matching(/^a/, 'an a at the beginning', { of: matching(/z$/, 'a z at the end') }),
      {
        description: 'an a at the beginning; a z at the end',
        allOf: [{ type: 'string', pattern: 'z$' }, { pattern: '^a' }],
      },
    ],
    [
      'a condition that it cannot say',
      refined(t.string, 'a palindrome', (given) => given === [...given].reverse().join('')),
      { description: 'a palindrome', type: 'string' },
    ],
  ])('of %s', (_case, codec, schema) => {
    expect(jsonSchema(codec, CLOSED)).toEqual(schema);
  });

  it('of an object allows other fields only where it is open', () => {
    const schema = { type: 'object', properties: PROPERTIES, required: ['name'] };
    expect(jsonSchema(Person, OPEN)).toEqual(schema);
    expect(jsonSchema(Person, CLOSED)).toEqual({ ...schema, additionalProperties: false });
  });

  it('of what has a schema elsewhere refers to that', () => {
    const refTo = (codec: t.Mixed) => (codec === Person ? '#/Person' : undefined);
    expect(jsonSchema(arrayOf(Person), { ...CLOSED, refTo })).toEqual({
      type: 'array',
      items: { $ref: '#/Person' },
    });
  });

  it('cannot be had of a codec that tells nothing', () => {
    const Even = new t.Type<number>('even', t.number.is, t.number.validate, t.identity);
    expect(() => jsonSchema(Even, CLOSED)).toThrow('[even]');
  });
});

describe('what a codec takes is valid by its schema', () => {
  it.each<[string, t.Mixed]>([
    ['a name', KeyName],
    ['a duration', Duration],
    ['the body that creates a key', CreateKeyBody],
    ['the body that deletes keys', DeleteKeysBody],
    ['a query', KeyQuery],
  ])('%s', (_case, codec) => {
    const check = new Ajv2020({ strict: false }).compile(jsonSchema(codec, CLOSED));
    fc.assert(
      fc.property(fc.oneof(valid(codec), nearlyValid(codec, new Map())), (value) => {
        fc.pre(codec.is(value));
        check(value);
        expect(check.errors).toBe(null);
      }),
    );
  });
});
