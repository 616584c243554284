/**
 * How far a walk through sorted keys has come: the sort values of the last key given, and the ids of
 * the keys given that have the same ones. It names no key to go on from, so any key may go or come
 * in between.
 */
export interface Position {
  readonly at: readonly string[];
  readonly given: readonly string[];
}

interface Place {
  readonly id: string;
  readonly sortValues: readonly string[];
}

/** The position after these keys, at least one, that follow on `before`. */
export function positionAfter(before: Position | undefined, keys: readonly Place[]): Position {
  const at = keys.at(-1)?.sortValues ?? [];
  const isTied = (values: readonly string[]) => values.every((value, i) => value === at[i]);
  const tied = keys.filter((key) => isTied(key.sortValues)).map(({ id }) => id);
  return { at, given: before && isTied(before.at) ? [...before.given, ...tied] : tied };
}

/** `search_after` values that begin with the first of the keys tied at this position. */
export const searchAfter = ({ at }: Position): string[] =>
  at.map((value, index) => (index === at.length - 1 ? `${value}\0` : value));
