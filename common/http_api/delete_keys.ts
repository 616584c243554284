import * as t from 'io-ts';
import { boundedArray, exact, refined } from '../exact.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

const Id = refined(t.string, 'an id that is not blank', (id) => id.trim() !== '');

export const DeleteKeysBody = exact({ ids: boundedArray(Id, 1, 1000) }, {});
export type DeleteKeysBody = t.TypeOf<typeof DeleteKeysBody>;

/** What became of each id asked for: every one is in exactly one list. */
export interface DeleteResult {
  readonly deleted: readonly string[];
  readonly already_deleted: readonly string[];
  readonly not_found: readonly string[];
  readonly failed: readonly { readonly id: string; readonly reason: string }[];
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
