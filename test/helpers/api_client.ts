import type { Route } from '../../common/http_api/route.ts';
import { recordWritten, rememberKeysIn } from './canary.ts';

export interface ApiAnswer<Body> {
  readonly status: number;
  readonly headers: Headers;
  /** Of a 200; for another status a test looks at `error`. */
  readonly body: Body;
  /** The same body, as the errors of the HTTP API are. */
  readonly error: {
    readonly statusCode: number;
    readonly error: string;
    readonly message: string;
    readonly attributes?: Readonly<Record<string, unknown>>;
  };
}

interface CallOptions {
  readonly authorization?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON whatever it is, as a careless client might. */
  readonly body?: unknown;
}

/** Calls the console's HTTP API as a program does, by the declaration of the route. */
export async function callApi<Params, Query, Body, Response>(
  consoleUrl: string,
  route: Route<Params, Query, Body, Response>,
  { authorization, params = {}, query = {}, body }: CallOptions = {},
): Promise<ApiAnswer<Response>> {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const url = new URL(path, consoleUrl);
  url.search = new URLSearchParams(query).toString();
  const answer = await fetch(url, {
    method: route.method.toUpperCase(),
    headers: {
      'kbn-xsrf': 'test',
      ...(authorization !== undefined && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json();
  const holdsSecret = answer.ok && /\/(keys|_rotate)$/.test(path) && route.method === 'post';
  if (holdsSecret) rememberKeysIn(json);
  else recordWritten('answers', `${url} ${JSON.stringify([...answer.headers, json])}`);
  return {
    status: answer.status,
    headers: answer.headers,
    body: route.response(json),
    error: json as ApiAnswer<Response>['error'],
  };
}
