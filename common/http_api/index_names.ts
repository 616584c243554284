import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

export interface IndexName {
  readonly name: string;
  readonly kind: 'index' | 'alias' | 'data_stream';
}

export interface IndexNames {
  /** No more than 1,000, data streams and aliases before indices. */
  readonly names: readonly IndexName[];
}

/** What the current user may see of what there is to search, so that its names can be offered. */
export const indexNamesRoute: Route<object, object, object, IndexNames> = {
  method: 'get',
  path: `${API_PREFIX}/index_names`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<IndexNames>(),
};
