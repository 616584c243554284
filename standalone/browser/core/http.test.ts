import { describe, expect, it, jest } from '@jest/globals';
import { createHttp } from './http.ts';

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

function httpThatAnswers(answer: () => Promise<Response>, basePath = '') {
  const fetch = jest.fn<typeof globalThis.fetch>(answer);
  const onUnauthorized = jest.fn();
  const http = createHttp({ basePath, fetch, onUnauthorized });
  return { http, onUnauthorized, sent: () => fetch.mock.calls[0] };
}

describe('http', () => {
  it('asks below the base path, with the query encoded', async () => {
    const { http, sent } = httpThatAnswers(async () => json(200, {}), '/console');
    await http.fetch('/api/keys', { query: { name: 'a&b' } });
    expect(sent()?.[0]).toBe('/console/api/keys?name=a%26b');
  });

  it('sends JSON and the header that other sites cannot send', async () => {
    const { http, sent } = httpThatAnswers(async () => json(200, {}));
    await http.fetch('/api/keys', { method: 'POST', body: '{"name":"k"}' });
    expect(sent()?.[1]).toMatchObject({
      method: 'POST',
      body: '{"name":"k"}',
      headers: { 'kbn-xsrf': expect.any(String), 'content-type': 'application/json' },
    });
  });

  it('tells the console what nobody has just asked for', async () => {
    const { http, sent } = httpThatAnswers(async () => json(200, {}));
    await http.fetch('/api/tasks', { asSystemRequest: true });
    expect(sent()?.[1]).toMatchObject({ headers: { 'kbn-system-request': 'true' } });
    expect(sent()?.[1]).not.toHaveProperty('asSystemRequest');
  });

  it('gives JSON parsed and anything else as text', async () => {
    const parsed = httpThatAnswers(async () => json(200, { updated: true }));
    expect(await parsed.http.fetch('/x')).toEqual({ updated: true });
    const csv = new Response('id,name', { headers: { 'content-type': 'text/csv; charset=utf-8' } });
    const text = httpThatAnswers(async () => csv);
    expect(await text.http.fetch('/x')).toBe('id,name');
  });

  it('rejects with the response, its body and its message', async () => {
    const { http } = httpThatAnswers(async () => json(400, { message: 'no such field' }));
    await expect(http.fetch('/x')).rejects.toMatchObject({
      message: 'no such field',
      body: { message: 'no such field' },
      response: { status: 400 },
    });
  });

  it('rejects without a response where nothing answers', async () => {
    const { http } = httpThatAnswers(async () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(http.fetch('/x')).rejects.toMatchObject({
      message: 'The console does not answer.',
      response: undefined,
    });
  });

  it.each([
    ['text', 'text/csv', 'id,na'],
    ['JSON', 'application/json', '{"keys":['],
  ])('rejects where %s ends too early, rather than give a part', async (_what, type, part) => {
    const { http } = httpThatAnswers(async () => {
      const cut = new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode(part));
          stream.error(new TypeError('network error'));
        },
      });
      return new Response(cut, { headers: { 'content-type': type } });
    });
    await expect(http.fetch('/x')).rejects.toMatchObject({
      message: 'The console’s answer was cut short.',
      response: undefined,
    });
  });

  it('passes on that the caller gave up', async () => {
    const { http } = httpThatAnswers(async () => {
      throw new DOMException('given up', 'AbortError');
    });
    const signal = AbortSignal.abort();
    await expect(http.fetch('/x', { signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('tells that nobody is logged in any more, and rejects only once the page was not left', async () => {
    jest.useFakeTimers();
    const { http, onUnauthorized } = httpThatAnswers(async () => json(401, { message: 'who?' }));
    const settled = jest.fn();
    void http.fetch('/x').catch(settled);
    await jest.advanceTimersByTimeAsync(1000);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect(settled).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(settled).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringMatching(/^You are no longer logged in\./) }),
    );
    jest.useRealTimers();
  });
});
