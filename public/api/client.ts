import { isJsonObject } from '../../common/exact.ts';
import type { Route } from '../../common/http_api/route.ts';
import type { HttpStart } from '../kibana.ts';
import { ApiError } from './api_error.ts';

export interface CallOptions<Params, Query, Body> {
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly signal?: AbortSignal;
  /** For what nobody has just asked for: it does not keep the session alive. */
  readonly asSystemRequest?: boolean;
}

/** Calls the plugin's HTTP API by its declarations in `common/http_api`. Rejects with `ApiError`. */
export interface ApiClient {
  call<Params, Query, Body, Response>(
    route: Route<Params, Query, Body, Response>,
    options?: CallOptions<Params, Query, Body>,
  ): Promise<Response>;
}

export const createApiClient = (http: HttpStart): ApiClient => ({
  async call(route, { params, query, body, signal, asSystemRequest } = {}) {
    try {
      const answer = await http.fetch(fillIn(route.path, params), {
        method: route.method.toUpperCase(),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(query !== undefined && { query: query as Readonly<Record<string, string>> }),
        ...(signal !== undefined && { signal }),
        ...(asSystemRequest !== undefined && { asSystemRequest }),
      });
      return route.response(answer);
    } catch (error) {
      throw toApiError(error);
    }
  },
});

/** `/keys/{id}` with `{id: 'a/b'}` is `/keys/a%2Fb`. */
const fillIn = (path: string, params: unknown): string =>
  path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(String(isJsonObject(params) ? params[name] : '')),
  );

/** What the host's `http.fetch` rejects with is the same in Kibana and in the console. */
function toApiError(error: unknown): Error {
  if (!(error instanceof Error)) return new ApiError(String(error));
  if (error.name === 'AbortError') return error;
  const { body, response } = error as { body?: unknown; response?: Partial<Response> };
  const { message, attributes } = isJsonObject(body) ? body : {};
  const retryAfter = response?.headers?.get('retry-after');
  const status = response?.status ?? 0;
  // The host's own message is the status text, which HTTP/2 does not have.
  const told = typeof message === 'string' ? message : error.message;
  return new ApiError(told || `HTTP status ${status}`, {
    // The 200 of an answer that was cut short says nothing.
    ...(status >= 400 && { statusCode: status }),
    ...(isJsonObject(attributes) && { attributes }),
    // In seconds; the other form, a date, is not what Elasticsearch and our server send.
    ...(/^\d+$/.test(retryAfter ?? '') && { retryAfterMs: Number(retryAfter) * 1000 }),
  });
}
