import { exact, oneOf } from '../exact.ts';
import type { FoundKey } from './responses/api_key.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

/** One key; 404 where it was deleted, never was, or is not the caller's to see. */
export const getKeyRoute: Route<
  { id: string },
  { with_limited_by?: 'true' | 'false' },
  object,
  FoundKey
> = {
  method: 'get',
  path: `${API_PREFIX}/keys/{id}`,
  params: IdParams,
  query: exact({}, { with_limited_by: oneOf(['true', 'false']) }),
  body: emptyAsObject(Nothing),
  response: responseOf<FoundKey>(),
};
