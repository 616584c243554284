import type { StoredTask } from './task_store.ts';

/** Since when (in ms of a clock that never jumps) running tasks have been seen unchanged. */
export type Leases = ReadonlyMap<string, { readonly state: string; readonly since: number }>;

/**
 * What is known of other consoles' leases after `running` was seen. A lease ends for whoever has seen
 * no renewal for its whole length by their own clock, so the clocks of consoles need not agree.
 */
export function observe(known: Leases, running: readonly StoredTask[], elapsed: number): Leases {
  return new Map(
    running.map(({ task: { id }, version: { seqNo, primaryTerm } }) => {
      const state = `${primaryTerm}/${seqNo}`;
      const before = known.get(id);
      return [id, before?.state === state ? before : { state, since: elapsed }];
    }),
  );
}

/** Whether a running task's owner has let its lease run out. */
export const isOver = (leases: Leases, id: string, elapsed: number, leaseMs: number): boolean => {
  const seen = leases.get(id);
  return seen !== undefined && elapsed - seen.since >= leaseMs;
};
