import { text } from '../bounded.ts';
import { exact } from '../exact.ts';
import { KeyFilter, MAX_SEARCH_LENGTH } from '../key_filter.ts';
import type { FoundOwners } from './responses/found_owners.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

export type { FoundOwners };

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
      username: text(1, MAX_SEARCH_LENGTH),
    },
    { filter: KeyFilter },
  ),
  response: responseOf<FoundOwners>(),
};
