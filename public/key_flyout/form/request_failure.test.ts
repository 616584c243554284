import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { ApiError } from '../../api/api_error.ts';
import { placeFailure } from './request_failure.ts';

const intl = createIntl({ locale: 'en' });
const FIELDS = {
  role_descriptors: { on: true, text: '{\n  "r": {"cluster": ["al"]}\n}' },
  metadata: { on: true, text: '{"_a": 1}' },
};
const placed = (message: string, statusCode?: number) =>
  placeFailure(new ApiError(message, statusCode === undefined ? {} : { statusCode }), FIELDS, intl);

describe('a refusal is placed at the field that it is about', () => {
  it.each([
    ['name', '[request body.name]: expected a name, got ""'],
    ['name', 'Validation Failed: 1: api key name may not begin with an underscore;'],
    [
      'expiration',
      '[request body.expiration]: expected a positive Elasticsearch duration, got "x"',
    ],
    ['expiration', 'failed to parse setting [expiration] with value [x] as a time value'],
    [
      'role_descriptors',
      'Validation Failed: 1: role descriptor metadata keys may not start with [_];',
    ],
    ['role_descriptors', '[request body.role_descriptors.r.metadata]: expected an object, got 1'],
    ['metadata', 'Validation Failed: 1: API key metadata keys may not start with [_];'],
  ])('%s: %s', (field, message) => {
    expect(placed(message, 400)).toEqual({ errors: { [field]: [message] } });
  });

  it('and within it where the reason names the place', () => {
    expect(placed('unknown cluster privilege [al]. a privilege must be …', 400).errors).toEqual({
      role_descriptors: [
        'Line 2, column 21: unknown cluster privilege [al]. a privilege must be …',
      ],
    });
  });

  it('and at a field that it does not name where it is about something in it', () => {
    const text = '{"r": {"indices": [{"names": ["/[/"], "privileges": ["read"]}]}}';
    const message = 'Validation Failed: 1: invalid regular expression pattern [/[/];';
    const fields = { ...FIELDS, role_descriptors: { on: true, text } };
    expect(placeFailure(new ApiError(message, { statusCode: 400 }), fields, intl).errors).toEqual({
      role_descriptors: ['Line 1, column 31: invalid regular expression pattern [/[/]'],
    });
  });

  it('but not at one that the form does not show', () => {
    const message = 'creating derived api keys requires an explicit role descriptor';
    const fields = { ...FIELDS, role_descriptors: { on: false, text: '{}' } };
    expect(placeFailure(new ApiError(message, { statusCode: 400 }), fields, intl)).toEqual({
      errors: {},
      failure: { kind: 'refused', message },
    });
  });
});

describe('any other failure belongs to the form', () => {
  it.each([
    ['a refusal that names no field', 400, 'refused'],
    ['missing privileges', 403, 'refused'],
    ['too many requests', 429, 'refused'],
    ['a deleted key', 404, 'refused'],
    ['Elasticsearch does not answer', 503, 'unanswered'],
    ['a proxy gave up', 504, 'unanswered'],
    ['nothing answered', undefined, 'unanswered'],
  ])('%s (%s) is %s', (message, status, kind) => {
    expect(placed(message, status)).toEqual({ errors: {}, failure: { kind, message } });
  });
});
