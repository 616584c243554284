import type { OpenApi } from './responses/openapi.ts';
import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

/** This HTTP API in OpenAPI 3.1. */
export const openApiRoute: Route<object, object, object, OpenApi> = {
  method: 'get',
  path: `${API_PREFIX}/_openapi`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<OpenApi>(),
};
