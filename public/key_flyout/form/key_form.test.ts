import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import {
  type ChangeableFields,
  fieldsOf,
  NEW_KEY,
  NO_FIELDS,
  toCreateBody,
  toUpdateBody,
} from './key_form.ts';

const intl = createIntl({ locale: 'en' });
const on = (value: unknown) => ({ on: true, text: JSON.stringify(value, null, 2) });
const BOOKS = { 'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] } };
const off = { on: false, text: '{"left": "over"}' };

describe('the request that makes a key', () => {
  const bodyOf = (fields: Partial<typeof NEW_KEY>) =>
    toCreateBody({ ...NEW_KEY, name: 'k', ...fields }, 0, intl);

  it('has a lifetime of 90 days unless told otherwise', () => {
    expect(bodyOf({})).toEqual({ ok: true, value: { name: 'k', expiration: '90d' } });
  });

  it('has no expiration for a key that never expires', () => {
    expect(bodyOf({ expiration: { kind: 'never' } })).toEqual({ ok: true, value: { name: 'k' } });
  });

  it('has the sections that are switched on, and only those', () => {
    expect(bodyOf({ role_descriptors: on(BOOKS), metadata: off })).toMatchObject({
      value: { role_descriptors: BOOKS },
    });
    expect(bodyOf({ role_descriptors: off, metadata: on({ team: 'books' }) })).toEqual({
      ok: true,
      value: { name: 'k', expiration: '90d', metadata: { team: 'books' } },
    });
  });

  it('is none where anything is wrong; each field says what', () => {
    expect(
      toCreateBody(
        {
          name: ' k',
          expiration: { kind: 'custom', amount: '', unit: 'd' },
          role_descriptors: { on: true, text: '{\n  "r": {"cluster": "all"}\n}' },
          metadata: { on: true, text: '{' },
        },
        0,
        intl,
      ),
    ).toEqual({
      ok: false,
      errors: {
        name: ['Expected no space at the beginning or end.'],
        expiration: ['Enter a whole number above 0.'],
        role_descriptors: [expect.stringMatching(/^Line 2, column 20: expected an array/)],
        metadata: ['Line 1, column 2: expected a comma or a closing brace'],
      },
    });
  });

  it.each([
    ['', 'Enter a name.'],
    ['_k', 'Expected a name that does not begin with an underscore.'],
    ['k'.repeat(257), 'Expected at most 256 characters.'],
  ])('is none for the name "%s"', (name, message) => {
    expect(bodyOf({ name })).toMatchObject({ errors: { name: [message] } });
  });
});

describe('the request that changes a key', () => {
  const before = fieldsOf(
    anApiKey({ id: 'k', role_descriptors: BOOKS, metadata: { team: 'books' } }),
  );
  const bodyOf = (fields: Partial<ChangeableFields>, old = before) =>
    toUpdateBody({ ...old, ...fields }, old, intl);

  it.each<[string, Partial<ChangeableFields>, object]>([
    ['nothing', {}, {}],
    ['the layout', { role_descriptors: { on: true, text: JSON.stringify(BOOKS) } }, {}],
    ['the metadata', { metadata: on({ team: 'films' }) }, { metadata: { team: 'films' } }],
    ['the roles', { role_descriptors: on({ r: {} }) }, { role_descriptors: { r: {} } }],
    ['the restriction, to none', { role_descriptors: off }, { role_descriptors: {} }],
    ['the metadata, to none', { metadata: off }, { metadata: {} }],
  ])('has what changed: %s', (_what, fields, body) => {
    expect(bodyOf(fields)).toEqual({ ok: true, value: body });
  });

  it('switching on what stays empty changes nothing', () => {
    const empty = { on: true, text: '{ }' };
    expect(bodyOf({ role_descriptors: empty, metadata: empty }, NO_FIELDS)).toEqual({
      ok: true,
      value: {},
    });
  });

  it('is not held up by an old value that this version would refuse', () => {
    const newer = { ...before, role_descriptors: on({ r: { of_the_future: true } }) };
    expect(bodyOf({ metadata: on({ a: 1 }) }, newer)).toEqual({
      ok: true,
      value: { metadata: { a: 1 } },
    });
  });

  it('is none where a changed field is wrong', () => {
    expect(bodyOf({ metadata: { on: true, text: '' } })).toEqual({
      ok: false,
      errors: { metadata: ['Line 1, column 1: expected a value'] },
    });
  });
});
