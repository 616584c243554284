import { describe, expect, it } from '@jest/globals';
import { decode } from '../decode.ts';
import { emptyAsObject, Id, Nothing } from './route.ts';

describe('an id', () => {
  it.each([
    'x1WnQpkBr3VbT0sLmYcA',
    '_bulk_update',
    'a/b',
    '...',
    '.a',
    'é',
    '\0a',
    'x'.repeat(256),
  ])('may be %j', (id) => {
    expect(decode(Id, id).ok).toBe(true);
  });

  // In the address of a request to Elasticsearch these are no names but ways.
  it.each(['.', '..'])('may not be %j', (id) => {
    expect(decode(Id, id).ok).toBe(false);
  });

  // For a blank id, Elasticsearch takes every key.
  it.each(['', ' ', '\t\n', 'x'.repeat(257), 5, null, ['a']])('may not be %j', (id) => {
    expect(decode(Id, id).ok).toBe(false);
  });
});

describe('a body that may be left out', () => {
  it.each([undefined, {}])('may be %j', (body) => {
    expect(decode(emptyAsObject(Nothing), body)).toEqual({ ok: true, value: {} });
  });

  it.each([null, [], '', 0])('may not be %j', (body) => {
    expect(decode(emptyAsObject(Nothing), body).ok).toBe(false);
  });
});
