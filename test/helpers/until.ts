import { setTimeout } from 'node:timers/promises';

/** Resolves once `holds` does; a test's own time-out ends the wait for what never happens. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(50, undefined, { ref: false });
}
