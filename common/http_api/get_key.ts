import type { ApiKey } from '../api_key.ts';
import { exact, oneOf } from '../exact.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

/** One key; 404 where it was deleted, never was, or is not the caller's to see. */
export const getKeyRoute: Route<
  { id: string },
  { with_limited_by?: 'true' | 'false' },
  object,
  { readonly key: ApiKey }
> = {
  method: 'get',
  path: `${API_PREFIX}/keys/{id}`,
  params: IdParams,
  query: exact({}, { with_limited_by: oneOf(['true', 'false']) }),
  body: emptyAsObject(Nothing),
  response: responseOf<{ readonly key: ApiKey }>(),
};
