import * as t from 'io-ts';
import { exact, refined } from '../exact.ts';
import { KeyFilter, MAX_SEARCH_LENGTH } from '../key_filter.ts';
import type { KeyCounts } from './query_keys.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

export interface FoundOwners {
  /** The 100 with the most keys that match the filter (but for its `owners`), with their numbers. */
  readonly owners: KeyCounts['owners'];
}

/** The owners whose name contains a text, in any case: among thousands `_query` counts only the first. */
export const findOwnersRoute: Route<
  object,
  object,
  { username: string; filter?: KeyFilter },
  FoundOwners
> = {
  method: 'post',
  path: `${API_PREFIX}/_find_owners`,
  params: Nothing,
  query: Nothing,
  body: exact(
    {
      username: refined(
        t.string,
        `a string of 1 to ${MAX_SEARCH_LENGTH} characters`,
        (text) => text !== '' && text.length <= MAX_SEARCH_LENGTH,
      ),
    },
    { filter: KeyFilter },
  ),
  response: responseOf<FoundOwners>(),
};
