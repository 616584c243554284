import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ApiKey,
  EXPIRING_SOON_MS,
  type Kind,
  kindOf,
  nextStatusChange,
  statusAt,
} from './api_key.ts';

const key = (marks: Partial<ApiKey>) => ({
  type: 'rest' as const,
  name: 'k',
  metadata: {},
  ...marks,
});

describe('the kind of a key', () => {
  it.each<[Partial<ApiKey>, Kind]>([
    [{}, 'personal'],
    [{ name: null }, 'personal'],
    [{ metadata: { managed: true } }, 'managed'],
    [{ name: 'Alerting: disk full' }, 'managed'],
    [{ name: 'alerting: disk full' }, 'personal'],
    [{ name: 'Alerting:' }, 'personal'],
    [{ metadata: { managed: 'true' } }, 'personal'],
    [{ metadata: { managed: false } }, 'personal'],
    [{ type: 'cross_cluster', metadata: { managed: true } }, 'cross_cluster'],
  ])('of %j is %s', (marks, kind) => {
    expect(kindOf(key(marks))).toBe(kind);
  });
});

describe('the status of a key', () => {
  it.each([
    ['without an expiration', undefined, 'active'],
    ['more than 14 days before it', 1 + EXPIRING_SOON_MS, 'active'],
    ['14 days before it', EXPIRING_SOON_MS, 'expiring_soon'],
    ['1 ms before it', 1, 'expiring_soon'],
    ['at it', 0, 'expired'],
    ['after it', -1, 'expired'],
  ])('%s is %s', (_case, left, status) => {
    const now = 1_750_000_000_000;
    expect(statusAt(left === undefined ? undefined : now + left, now)).toBe(status);
  });

  it('stays until the next change and is another one then', () => {
    const moment = fc.integer({ min: 0, max: 3 * EXPIRING_SOON_MS });
    fc.assert(
      fc.property(moment, moment, (expiration, now) => {
        const change = nextStatusChange(expiration, now);
        if (change === undefined) {
          expect(statusAt(expiration, now)).toBe('expired');
        } else {
          expect(change).toBeGreaterThan(now);
          expect(statusAt(expiration, change - 1)).toBe(statusAt(expiration, now));
          expect(statusAt(expiration, change)).not.toBe(statusAt(expiration, now));
        }
      }),
    );
  });

  it('never changes where there is no expiration', () => {
    expect(nextStatusChange(undefined, 0)).toBeUndefined();
  });
});
