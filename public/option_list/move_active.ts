/**
 * Where the arrow keys lead among `count` options, round and round from the one at `active`, or from
 * none (-1). `undefined` for any other key.
 */
export function moveActive(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (Math.max(active, 0) + count - 1) % count;
  return undefined;
}
