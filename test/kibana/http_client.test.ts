import { describe, expect, it } from '@jest/globals';
import { exportKeysRoute } from '../../common/http_api/export_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { ApiError } from '../../public/api/api_error.ts';
import { createApiClient } from '../../public/api/client.ts';
import { HttpFetchError, kibanaFetch } from './fakes/http.ts';

const basePath = { prepend: (path: string) => path };
const clientOf = (server: (request: Request) => Promise<Response>) =>
  createApiClient({ fetch: kibanaFetch(server), basePath });
/** What a query ends in where the server answers this. */
const failure = (response: Response): Promise<unknown> =>
  clientOf(async () => response)
    .call(queryKeysRoute, { body: {} })
    .catch((error: unknown) => error);

describe('the page’s client over Kibana’s http', () => {
  it('sends JSON and reads it', async () => {
    const requests: Request[] = [];
    const client = clientOf(async (request) => {
      requests.push(request);
      return Response.json({ total: 3 });
    });
    const answer = await client.call(queryKeysRoute, { body: { size: 50 }, asSystemRequest: true });
    expect(answer).toEqual({ total: 3 });
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(new URL(request?.url ?? '').pathname).toBe('/api/project_api_keys/_query');
    expect(request?.headers.get('kbn-system-request')).toBe('true');
    expect(await request?.json()).toEqual({ size: 50 });
  });

  it('reads an export as the text that it is', async () => {
    const csv = 'id,name\r\nk1,books\r\n';
    const headers = { 'content-type': 'text/csv; charset=utf-8' };
    const client = clientOf(async () => new Response(csv, { headers }));
    expect(await client.call(exportKeysRoute, { body: { filter: {} } })).toBe(csv);
  });

  it('fails with the words of the server', async () => {
    const body = { statusCode: 503, message: 'Away.', attributes: { outcome: 'unknown' } };
    const headers = { 'retry-after': '5' };
    const error = await failure(Response.json(body, { status: 503, headers }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      ...{ message: 'Away.', statusCode: 503, retryAfterMs: 5000 },
      attributes: { outcome: 'unknown' },
    });
  });

  it.each([
    ['Bad Gateway', 'Bad Gateway'],
    ['', 'HTTP status 502'],
  ])('fails with the status where a proxy answers %j', async (statusText, message) => {
    const html = new Response('<html>', { status: 502, statusText });
    expect(await failure(html)).toMatchObject({ name: 'ApiError', message, statusCode: 502 });
  });

  it('fails without a status where nothing or half an answer comes', async () => {
    const client = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(client.call(queryKeysRoute)).rejects.toMatchObject({
      ...{ name: 'ApiError', message: 'Failed to fetch', statusCode: undefined },
    });
    const half = new Response('{"total":', { headers: { 'content-type': 'application/json' } });
    expect(await failure(half)).toMatchObject({ name: 'ApiError', statusCode: undefined });
  });

  it('leaves a call that was given up what it is', async () => {
    const controller = new AbortController();
    const client = clientOf(
      ({ signal }) =>
        new Promise((_answer, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const call = client.call(queryKeysRoute, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toBeInstanceOf(HttpFetchError);
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});
