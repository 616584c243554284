import * as t from 'io-ts';
import { boundedArray, exact, refined } from '../exact.ts';
import { Cursor, KeyFilter, PageSize } from '../key_filter.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

const Id = refined(t.string, 'an id that is not blank', (id) => id.trim() !== '');

const Body = exact(
  {},
  {
    ids: boundedArray(Id, 1, 1000),
    /** Those that match, the oldest first, `size` (default 1000) a call. */
    filter: KeyFilter,
    size: PageSize,
    cursor: Cursor,
  },
);

export const DeleteKeysBody = refined(
  Body,
  'either ids, or a filter with a size and a cursor',
  ({ ids, filter, size, cursor }) =>
    ids === undefined ? filter !== undefined : (filter ?? size ?? cursor) === undefined,
);
export type DeleteKeysBody = t.TypeOf<typeof DeleteKeysBody>;

/** What became of each key: every one is in exactly one list. */
export interface DeleteResult {
  readonly deleted: readonly string[];
  readonly already_deleted: readonly string[];
  readonly not_found: readonly string[];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
  /** With `filter`: how many still match. */
  readonly remaining?: number;
  /** With `filter`: goes on after the last key tried; `null` when the end was reached. */
  readonly next_cursor?: string | null;
}

/** Invalidates keys; Elasticsearch forgets them some days later. */
export const deleteKeysRoute: Route<object, object, DeleteKeysBody, DeleteResult> = {
  method: 'post',
  path: `${API_PREFIX}/_delete`,
  params: Nothing,
  query: Nothing,
  body: DeleteKeysBody,
  response: responseOf<DeleteResult>(),
};
