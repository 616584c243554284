import { isJsonObject } from '../../common/exact.ts';
import type { AnyRoute } from '../../common/http_api/route.ts';
import { until } from './until.ts';

interface Request {
  readonly params?: unknown;
  readonly query?: unknown;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is that, else text. */
  readonly body: unknown;
}

/** Calls any route of the HTTP API, whatever it takes and gives. */
export async function callAnyRoute(
  consoleUrl: string,
  route: AnyRoute,
  { params = {}, query = {}, body, headers = {} }: Request = {},
): Promise<RouteAnswer> {
  const url = new URL(pathOf(route, params), consoleUrl);
  url.search = new URLSearchParams(query as Record<string, string>).toString();
  const answer = await fetch(url, {
    method: route.method.toUpperCase(),
    headers: {
      ...(route.method !== 'get' && { 'kbn-xsrf': 'test' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    redirect: 'manual',
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    body: isJson ? await answer.json() : await answer.text(),
  };
}

const pathOf = ({ path }: AnyRoute, params: unknown): string =>
  path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
    encodeURIComponent(String(isJsonObject(params) ? params[name] : '')),
  );

/** Calls again while another console over the same index runs the background task asked for. */
export async function callWhenFree(...call: Parameters<typeof callAnyRoute>): Promise<RouteAnswer> {
  const [, { path }] = call;
  let answer = await callAnyRoute(...call);
  const isFree = () => answer.status !== 409 || !path.includes('/tasks/');
  await until(async () => {
    if (!isFree()) answer = await callAnyRoute(...call);
    return isFree();
  });
  return answer;
}
