import { describe, expect, it } from '@jest/globals';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { whyFixed } from './editable.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const elastic = { user: { username: 'elastic', realm: 'reserved' }, can_manage_own: true };

describe('a key', () => {
  it('can be changed by its owner', () => {
    expect(whyFixed(anApiKey({ id: 'k', expiration: NOW + 1 }), elastic, NOW)).toBeUndefined();
  });

  it.each([
    ['of another user', { username: 'bo' }, elastic, 'other_owner'],
    ['of a namesake in another realm', { realm: 'ldap1' }, elastic, 'other_owner'],
    ['that has expired', { expiration: NOW }, elastic, 'expired'],
    ['for other clusters', { type: 'cross_cluster' as const }, elastic, 'cross_cluster'],
    ['of a user who may not manage keys', {}, { ...elastic, can_manage_own: false }, 'not_allowed'],
  ])('%s cannot', (_what, fields, capabilities, why) => {
    expect(whyFixed(anApiKey({ id: 'k', ...fields }), capabilities, NOW)).toBe(why);
  });
});
