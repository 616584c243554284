import { startTransition, useEffect, useState } from 'react';

/** Rows that are drawn at once; more than a window shows. */
const STEP = 25;

/**
 * How many of `rows` to draw: few at first, then ever more of them, in work that gives way to whatever
 * the user does meanwhile. Other rows begin anew.
 */
export function useSteps(rows: readonly unknown[]): number {
  const [drawn, setDrawn] = useState({ rows, count: STEP });
  if (drawn.rows !== rows) setDrawn({ rows, count: STEP });
  const { count } = drawn;
  useEffect(() => {
    if (count < rows.length) startTransition(() => setDrawn({ rows, count: count + STEP }));
  }, [rows, count]);
  return count;
}
