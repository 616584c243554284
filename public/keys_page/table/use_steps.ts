import { startTransition, useEffect, useState } from 'react';

/** So many rows are drawn at once: more than most windows show. */
export const FEW_ROWS = 25;

/**
 * How many of `rows` to draw: few at first, then ever more of them, in work that gives way to whatever
 * the user does meanwhile. Other rows begin anew.
 */
export function useSteps(rows: readonly unknown[]): number {
  const [drawn, setDrawn] = useState({ rows, count: FEW_ROWS });
  if (drawn.rows !== rows) setDrawn({ rows, count: FEW_ROWS });
  const { count } = drawn;
  useEffect(() => {
    if (count < rows.length) startTransition(() => setDrawn({ rows, count: count + FEW_ROWS }));
  }, [rows, count]);
  return count;
}
