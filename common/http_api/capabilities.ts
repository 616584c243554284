import { API_PREFIX, emptyAsObject, Nothing, type Route, responseOf } from './route.ts';

export interface Capabilities {
  /** False where the cluster has API keys switched off. */
  readonly enabled: boolean;
  readonly can_manage_own: boolean;
  readonly can_manage_all: boolean;
  readonly can_read_all: boolean;
  /** Where Elasticsearch is for a program outside, for the examples on the page. */
  readonly elasticsearch_url?: string;
  readonly user: { readonly username: string; readonly realm: string };
}

/** What the current user may do with API keys, as Elasticsearch has it. */
export const capabilitiesRoute: Route<object, object, object, Capabilities> = {
  method: 'get',
  path: `${API_PREFIX}/capabilities`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<Capabilities>(),
};
