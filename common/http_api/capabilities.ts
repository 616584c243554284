import type { Capabilities } from './responses/capabilities.ts';
import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

export type { Capabilities };

/** What the current user may do with API keys, as Elasticsearch has it. */
export const capabilitiesRoute: Route<object, object, object, Capabilities> = {
  method: 'get',
  path: `${API_PREFIX}/capabilities`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<Capabilities>(),
};
