import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import type { ApiKey } from '../../../common/api_key.ts';
import { decode } from '../../../common/decode.ts';
import { KeyName } from '../../../common/http_api/create_key.ts';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { cloneOf } from './clone_of.ts';

const intl = createIntl({ locale: 'en' });
const DAY = 86_400_000;
const BOOKS = { 'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] } };
const copyOf = (key: Partial<ApiKey>) => cloneOf(anApiKey({ id: 'k', ...key }), intl);

describe('a copy of a key', () => {
  it('has its privileges and its metadata', () => {
    const copy = copyOf({ role_descriptors: BOOKS, metadata: { team: 'books' } });
    expect(copy.role_descriptors.on).toBe(true);
    expect(JSON.parse(copy.role_descriptors.text)).toEqual(BOOKS);
    expect(copy.metadata.on).toBe(true);
    expect(JSON.parse(copy.metadata.text)).toEqual({ team: 'books' });
  });

  it('has not what the metadata say of the original alone', () => {
    const copy = copyOf({
      metadata: { managed: true, rotated_from: 'old', _cloned_from: 'older' },
    });
    expect(copy.metadata).toEqual({ on: false, text: '{}' });
  });

  it('lives as long as the original was to live', () => {
    const creation = Date.UTC(2026, 0, 1);
    expect(copyOf({ creation, expiration: creation + 30 * DAY }).expiration).toEqual({
      kind: 'preset',
      days: 30,
    });
    expect(copyOf({ creation }).expiration).toEqual({ kind: 'never' });
  });

  it.each([
    ['Daily export', 'Daily export copy'],
    ['k'.repeat(256), `${'k'.repeat(251)} copy`],
    [`${'k'.repeat(250)}😀`, `${'k'.repeat(250)} copy`],
    [null, 'k copy'],
    ['Alerting: disk full', 'disk full copy'],
  ])('of %j is called %j', (name, copied) => {
    expect(copyOf({ name }).name).toBe(copied);
    expect(decode(KeyName, copied).ok).toBe(true);
  });
});
