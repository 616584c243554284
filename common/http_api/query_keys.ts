import { KeyQuery } from '../key_filter.ts';
import type { KeyCounts, KeyPage } from './responses/key_page.ts';
import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

export type { KeyCounts, KeyPage };

/** One page of the keys that the current user may see. Invalidated keys are never listed. */
export const queryKeysRoute: Route<object, object, KeyQuery, KeyPage> = {
  method: 'post',
  path: `${API_PREFIX}/_query`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(KeyQuery),
  response: responseOf<KeyPage>(),
};
