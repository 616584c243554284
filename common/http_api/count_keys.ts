import { exact } from '../exact.ts';
import { KeyFilter } from '../key_filter.ts';
import type { KeyCount } from './responses/key_count.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

/** How many keys match, and nothing more: the least that Elasticsearch can be asked. */
export const countKeysRoute: Route<object, object, { filter: KeyFilter }, KeyCount> = {
  method: 'post',
  path: `${API_PREFIX}/_count`,
  params: Nothing,
  query: Nothing,
  body: exact({ filter: KeyFilter }, {}),
  response: responseOf<KeyCount>(),
};
