import * as t from 'io-ts';
import { decode } from '../../common/decode.ts';
import { boundedArray, exact, oneOf, refined } from '../../common/exact.ts';
import { KeySort } from '../../common/key_filter.ts';
import { areSortValues } from './key_sort.ts';
import type { Position } from './position.ts';

/** A page and what was given of its first ties must fit into Elasticsearch's window of 10,000. */
const MOST_GIVEN = 8_000;

const fields = {
  v: oneOf(['1']),
  at: t.array(t.string),
  given: boundedArray(t.string, 0, MOST_GIVEN),
};
const ListCursor = exact({ ...fields, sort: KeySort }, {});
const Count = refined(t.number, 'a count', (n) => Number.isSafeInteger(n) && n > 0);
const DeletionCursor = exact({ ...fields, left: Count }, {});

/** Opaque to clients: JSON in base64url, good for one sort only. */
export const encodeCursor = (sort: KeySort, { at, given }: Position): string =>
  encode({ v: '1', sort, at, given });

/** The position of a cursor, or `undefined` where it is none that was given for this sort. */
export function decodeCursor(text: string, sort: KeySort): Position | undefined {
  const decoded = decode(ListCursor, jsonIn(text));
  if (!decoded.ok) return undefined;
  const { sort: given, at } = decoded.value;
  if (given.field !== sort.field || given.direction !== sort.direction) return undefined;
  return areSortValues(at, sort) ? decoded.value : undefined;
}

/** In which order keys are deleted by a filter. */
export const DELETION_SORT: KeySort = { field: 'creation', direction: 'asc' };

/** How far a deletion by a filter has come. */
export interface DeletionProgress {
  readonly position: Position;
  /** How many keys it may still try: those that are made while it goes on are not meant. */
  readonly left: number;
}

export const encodeDeletionCursor = ({ position, left }: DeletionProgress): string =>
  encode({ v: '1', at: position.at, given: position.given, left });

/** `undefined` where it is no cursor of a deletion. */
export function decodeDeletionCursor(text: string): DeletionProgress | undefined {
  const decoded = decode(DeletionCursor, jsonIn(text));
  if (!decoded.ok || !areSortValues(decoded.value.at, DELETION_SORT)) return undefined;
  return { position: decoded.value, left: decoded.value.left };
}

const encode = (content: object): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

function jsonIn(text: string): unknown {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
