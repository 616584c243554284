import { describe, expect, it } from '@jest/globals';
import { type GracePeriod, oldKeyEnd } from './grace_period.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;

describe('an old key', () => {
  it.each<[GracePeriod, number | undefined, ReturnType<typeof oldKeyEnd>]>([
    ['0s', undefined, { kind: 'at_once' }],
    ['0s', NOW + HOUR, { kind: 'at_once' }],
    ['1h', undefined, { kind: 'after_grace', at: NOW + HOUR }],
    ['1h', NOW + HOUR, { kind: 'after_grace', at: NOW + HOUR }],
    ['1h', NOW + HOUR - 1, { kind: 'by_itself', at: NOW + HOUR - 1 }],
    ['7d', NOW + 24 * HOUR, { kind: 'by_itself', at: NOW + 24 * HOUR }],
  ])('rotated with a grace of %s that expires at %s ends so: %j', (grace, expiration, end) => {
    expect(oldKeyEnd(grace, expiration, NOW)).toEqual(end);
  });
});
