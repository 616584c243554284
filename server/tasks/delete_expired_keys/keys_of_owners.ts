import { numberOf } from '../number_of.ts';

const MOST_OWNERS = 10;

/** `7 expired keys (4 of ann, 3 of bob)`, whose are the most first. */
export function keysOfOwners(counts: ReadonlyMap<string, number>): string {
  const owners = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const total = owners.reduce((sum, [, count]) => sum + count, 0);
  const named = owners.slice(0, MOST_OWNERS).map(([owner, count]) => `${count} of ${owner}`);
  const others = owners.length - named.length;
  const whose = others === 0 ? named : [...named, `the rest of ${numberOf(others, 'other owner')}`];
  return `${numberOf(total, 'expired key')} (${whose.join(', ')})`;
}
