import type { IndexName, IndexNames } from './responses/index_names.ts';
import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

export type { IndexName, IndexNames };

/** What the current user may see of what there is to search, so that its names can be offered. */
export const indexNamesRoute: Route<object, object, object, IndexNames> = {
  method: 'get',
  path: `${API_PREFIX}/index_names`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<IndexNames>(),
};
