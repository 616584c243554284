import * as t from 'io-ts';
import { boundedArray, wholeNumber } from '../../common/bounded.ts';
import { decode } from '../../common/decode.ts';
import { arrayOf, exact } from '../../common/exact.ts';
import type { KeySort } from '../../common/key_filter.ts';
import { decodeFor, encodeFor } from './checked_json.ts';
import { areSortValues } from './key_sort.ts';
import type { Position } from './position.ts';

/** A page and what was given of its first ties must fit into Elasticsearch's window of 10,000. */
const MOST_GIVEN = 8_000;

const fields = { at: arrayOf(t.string), given: boundedArray(t.string, 0, MOST_GIVEN) };
const ListCursor = exact(fields, {});
const DeletionCursor = exact({ ...fields, left: wholeNumber(1) }, {});

/** The purposes of cursors, with the version of their form. */
const listOf = ({ field, direction }: KeySort) => `list 1 ${field} ${direction}`;
const DELETION = 'deletion 1';

/** Opaque to clients, and good for one sort only. */
export const encodeCursor = (sort: KeySort, { at, given }: Position): string =>
  encodeFor(listOf(sort), { at, given });

/** The position of a cursor, or `undefined` where it is none that was given for this sort. */
export function decodeCursor(text: string, sort: KeySort): Position | undefined {
  const decoded = decode(ListCursor, decodeFor(listOf(sort), text));
  return decoded.ok && areSortValues(decoded.value.at, sort) ? decoded.value : undefined;
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
  encodeFor(DELETION, { at: position.at, given: position.given, left });

/** `undefined` where it is no cursor of a deletion. */
export function decodeDeletionCursor(text: string): DeletionProgress | undefined {
  const decoded = decode(DeletionCursor, decodeFor(DELETION, text));
  if (!decoded.ok || !areSortValues(decoded.value.at, DELETION_SORT)) return undefined;
  return { position: decoded.value, left: decoded.value.left };
}
