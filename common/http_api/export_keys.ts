import { exact } from '../exact.ts';
import { KeyFilter } from '../key_filter.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

/** Every key that matches as CSV (RFC 4180) with a line of column names. */
export const exportKeysRoute: Route<object, object, { filter: KeyFilter }, string> = {
  method: 'post',
  path: `${API_PREFIX}/_export`,
  params: Nothing,
  query: Nothing,
  body: exact({ filter: KeyFilter }, {}),
  response: responseOf<string>(),
};
