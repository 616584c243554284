import { describe, expect, it } from '@jest/globals';
import { type Expiry, expiresAt, expiryLasting, lifetimeOf } from './expiry.ts';

const NOW = new Date('2026-11-24T12:00:00').getTime();
const MINUTE = 60_000;

describe('the lifetime of a new key', () => {
  it.each<[Expiry, string | undefined, number | undefined]>([
    [{ kind: 'preset', days: 90 }, '90d', NOW + 90 * 24 * 60 * MINUTE],
    [{ kind: 'custom', amount: '15', unit: 'm' }, '15m', NOW + 15 * MINUTE],
    [{ kind: 'custom', amount: ' 12 ', unit: 'h' }, '12h', NOW + 12 * 60 * MINUTE],
    [{ kind: 'date', local: '2026-11-24T12:01' }, '60s', NOW + MINUTE],
    [{ kind: 'never' }, undefined, undefined],
  ])('%j is %s', (expiry, duration, at) => {
    expect(lifetimeOf(expiry, NOW)).toEqual({ ok: true, duration });
    expect(expiresAt(expiry, NOW)).toBe(at);
  });

  it.each<[Expiry, string]>([
    [{ kind: 'custom', amount: '', unit: 'd' }, 'no_amount'],
    [{ kind: 'custom', amount: '0', unit: 'd' }, 'no_amount'],
    [{ kind: 'custom', amount: '-1', unit: 'd' }, 'no_amount'],
    [{ kind: 'custom', amount: '1.5', unit: 'd' }, 'no_amount'],
    [{ kind: 'custom', amount: '1e3', unit: 'd' }, 'no_amount'],
    [{ kind: 'custom', amount: '999999999', unit: 'd' }, 'too_far'],
    [{ kind: 'date', local: '' }, 'no_date'],
    [{ kind: 'date', local: '2026-11-24T12:00' }, 'past'],
    [{ kind: 'date', local: '2025-01-01T00:00' }, 'past'],
  ])('%j is none: %s', (expiry, reason) => {
    expect(lifetimeOf(expiry, NOW)).toEqual({ ok: false, reason });
    expect(expiresAt(expiry, NOW)).toBeUndefined();
  });
});

describe('the lifetime of an old key', () => {
  it.each<[string, number | undefined, Expiry]>([
    ['that never expires', undefined, { kind: 'never' }],
    ['of 90 days', 90 * 1440 * MINUTE, { kind: 'preset', days: 90 }],
    ['of 3 days', 3 * 1440 * MINUTE, { kind: 'custom', amount: '3', unit: 'd' }],
    ['of 36 hours', 36 * 60 * MINUTE, { kind: 'custom', amount: '36', unit: 'h' }],
    ['of 90 minutes', 90 * MINUTE, { kind: 'custom', amount: '90', unit: 'm' }],
    ['of a day less a second', 1440 * MINUTE - 1000, { kind: 'custom', amount: '1', unit: 'd' }],
    ['of some seconds', 3000, { kind: 'custom', amount: '1', unit: 'm' }],
  ])('%s is chosen again', (_what, ms, expiry) => {
    expect(expiryLasting(ms)).toEqual(expiry);
  });
});
