import type * as t from 'io-ts';
import { boundedArray } from '../bounded.ts';
import { exact, refined } from '../exact.ts';
import { Cursor, KeyFilter, PageSize } from '../key_filter.ts';
import type { DeleteResult } from './responses/delete_result.ts';
import { API_PREFIX, Id, Nothing, type Route, responseOf } from './route.ts';

export type { DeleteResult };

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
  {
    oneOf: [{ required: ['ids'] }, { required: ['filter'] }],
    dependentRequired: { size: ['filter'], cursor: ['filter'] },
  },
);
export type DeleteKeysBody = t.TypeOf<typeof DeleteKeysBody>;

/** Invalidates keys; Elasticsearch forgets them some days later. */
export const deleteKeysRoute: Route<object, object, DeleteKeysBody, DeleteResult> = {
  method: 'post',
  path: `${API_PREFIX}/_delete`,
  params: Nothing,
  query: Nothing,
  body: DeleteKeysBody,
  response: responseOf<DeleteResult>(),
};
