interface Row {
  readonly id: string;
}

/**
 * The selection after a click with Shift: all rows from the one clicked before (`anchor`) to the one
 * that the click changed (from `before` to `after`) become as that one is now. Without such an anchor
 * the click is like any other.
 */
export function selectRange<R extends Row>(
  rows: readonly R[],
  before: readonly Row[],
  after: readonly R[],
  anchor: string | undefined,
): readonly R[] {
  const changed = changedId(before, after);
  const ends = [anchor, changed].map((id) => rows.findIndex((row) => row.id === id));
  if (ends.includes(-1)) return after;
  const range = rows.slice(Math.min(...ends), Math.max(...ends) + 1);
  const rest = after.filter((row) => !range.includes(row));
  return after.some(({ id }) => id === changed) ? [...rest, ...range] : rest;
}

/** The id of the one row that was selected or is no longer; `undefined` where it is not one. */
export function changedId(before: readonly Row[], after: readonly Row[]): string | undefined {
  const [one, ...others] = [...lacking(before, after), ...lacking(after, before)];
  return others.length === 0 ? one?.id : undefined;
}

/** The rows of `some` that `others` has not. */
function lacking(some: readonly Row[], others: readonly Row[]): readonly Row[] {
  const ids = new Set(others.map(({ id }) => id));
  return some.filter(({ id }) => !ids.has(id));
}
