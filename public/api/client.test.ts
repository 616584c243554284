import { describe, expect, it } from '@jest/globals';
import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import type { HttpFetchOptions, HttpStart } from '../kibana.ts';
import { createApiClient } from './client.ts';

const httpThat = (fetch: HttpStart['fetch']): HttpStart => ({
  fetch,
  basePath: { prepend: (path) => path },
});

/** An error as the hosts' `http.fetch` rejects with. */
const httpError = (status: number | undefined, body: unknown, name = 'Error') =>
  Object.assign(new Error('Failed to fetch'), {
    name,
    body,
    ...(status !== undefined && { response: { status } }),
  });

describe('the API client', () => {
  it('calls a route by its declaration', async () => {
    const calls: [string, HttpFetchOptions | undefined][] = [];
    const client = createApiClient(
      httpThat(async (path, options) => {
        calls.push([path, options]);
        return { key: { id: 'a/b' } };
      }),
    );
    const answer = await client.call(getKeyRoute, {
      params: { id: 'a/b?' },
      query: { with_limited_by: 'true' },
    });
    expect(answer).toEqual({ key: { id: 'a/b' } });
    expect(calls).toEqual([
      [
        '/api/project_api_keys/keys/a%2Fb%3F',
        { method: 'GET', query: { with_limited_by: 'true' } },
      ],
    ]);
  });

  it('sends a body as JSON', async () => {
    const bodies: (string | undefined)[] = [];
    const client = createApiClient(
      httpThat(async (_path, options) => {
        bodies.push(options?.body);
        return {};
      }),
    );
    await client.call(queryKeysRoute, { body: { search: 'x' } });
    expect(bodies).toEqual(['{"search":"x"}']);
  });

  it.each([
    [
      'the server’s own words',
      httpError(403, { message: 'not allowed', attributes: { a: 1 } }),
      { message: 'not allowed', statusCode: 403, attributes: { a: 1 } },
    ],
    [
      'an answer that is not ours',
      httpError(502, '<html>'),
      { message: 'Failed to fetch', statusCode: 502, attributes: {} },
    ],
    [
      'an answer without any words',
      Object.assign(httpError(502, '<html>'), { message: '' }),
      { message: 'HTTP status 502', statusCode: 502 },
    ],
    [
      'no answer at all',
      httpError(undefined, undefined),
      { message: 'Failed to fetch', statusCode: undefined, attributes: {} },
    ],
  ])('rejects with an ApiError for %s', async (_case, thrown, expected) => {
    const client = createApiClient(httpThat(() => Promise.reject(thrown)));
    await expect(client.call(queryKeysRoute)).rejects.toMatchObject({
      name: 'ApiError',
      ...expected,
    });
  });

  it.each([
    ['7', 7000],
    ['0', 0],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['', undefined],
  ])('tells how long the server asks to wait: %j', async (retryAfter, retryAfterMs) => {
    const response = { status: 503, headers: new Headers({ 'retry-after': retryAfter }) };
    const thrown = Object.assign(new Error('away'), { response });
    const client = createApiClient(httpThat(() => Promise.reject(thrown)));
    await expect(client.call(queryKeysRoute)).rejects.toMatchObject({ retryAfterMs });
  });

  it('leaves a cancelled call what it is', async () => {
    const aborted = httpError(undefined, undefined, 'AbortError');
    const client = createApiClient(httpThat(() => Promise.reject(aborted)));
    await expect(client.call(queryKeysRoute)).rejects.toBe(aborted);
  });
});
