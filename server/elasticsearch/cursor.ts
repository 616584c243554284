import * as t from 'io-ts';
import { decode } from '../../common/decode.ts';
import { boundedArray, exact, oneOf } from '../../common/exact.ts';
import { KeySort } from '../../common/key_filter.ts';
import { areSortValues } from './key_sort.ts';

/**
 * How far a listing has come: the sort values of the last key given, and the ids of all keys given
 * that have the same ones. It names no key to go on from, so any key may go or come in between.
 */
export interface Position {
  readonly at: readonly string[];
  readonly given: readonly string[];
}

/** A page and what was given of its first ties must fit into Elasticsearch's window of 10,000. */
const MOST_GIVEN = 8_000;

const Cursor = exact(
  {
    v: oneOf(['1']),
    sort: KeySort,
    at: t.array(t.string),
    given: boundedArray(t.string, 1, MOST_GIVEN),
  },
  {},
);

/** Opaque to clients: JSON in base64url, good for one sort only. */
export const encodeCursor = (sort: KeySort, { at, given }: Position): string =>
  Buffer.from(JSON.stringify({ v: '1', sort, at, given })).toString('base64url');

/** The position of a cursor, or `undefined` where it is none that was given for this sort. */
export function decodeCursor(text: string, sort: KeySort): Position | undefined {
  const decoded = decode(Cursor, jsonIn(text));
  if (!decoded.ok) return undefined;
  const { sort: given, at } = decoded.value;
  if (given.field !== sort.field || given.direction !== sort.direction) return undefined;
  return areSortValues(at, sort) ? decoded.value : undefined;
}

function jsonIn(text: string): unknown {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

/** The position after these keys, at least one, that follow on `before`. */
export function positionAfter(
  before: Position | undefined,
  keys: readonly { readonly id: string; readonly sortValues: readonly string[] }[],
): Position {
  const at = keys.at(-1)?.sortValues ?? [];
  const isTied = (values: readonly string[]) => values.every((value, i) => value === at[i]);
  const tied = keys.filter((key) => isTied(key.sortValues)).map(({ id }) => id);
  return { at, given: before && isTied(before.at) ? [...before.given, ...tied] : tied };
}

/** `search_after` values that begin with the first of the keys tied at this position. */
export const searchAfter = ({ at }: Position): string[] =>
  at.map((value, index) => (index === at.length - 1 ? `${value}\0` : value));
