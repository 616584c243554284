import { describe, expect, it } from '@jest/globals';
import { answerAsElasticsearch, answeringServer } from '../../../test/helpers/answering_server.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';
import { PROGRAM } from '../../../test/helpers/echo_routes.ts';

const RANDOM = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function idFor(headers: Record<string, string>, url = '/login'): Promise<unknown> {
  const answer = await consoleInProcess().server.inject({ url, headers });
  return answer.headers['x-request-id'];
}

describe('the id of a request', () => {
  it.each([
    [{ 'x-request-id': 'a-1_b.2:3' }, 'a-1_b.2:3'],
    [{ 'x-opaque-id': 'mine' }, 'mine'],
    [{ 'x-request-id': 'one', 'x-opaque-id': 'other' }, 'one'],
    [{ 'x-request-id': 'not a good one', 'x-opaque-id': 'other' }, 'other'],
  ])('is the one that it came with: %j', async (headers, id) => {
    expect(await idFor(headers)).toBe(id);
  });

  it.each(['', 'a b', 'a"b', '<script>', '{jndi:x}', 'ä', 'x'.repeat(65)])(
    'is another one where that is no good: "%s"',
    async (id) => {
      expect(await idFor({ 'x-request-id': id })).toMatch(RANDOM);
    },
  );

  it('is never the same for two requests that came without', async () => {
    expect(await idFor({})).not.toBe(await idFor({}));
  });

  it.each([
    ['of the HTTP API', '/api/nope', {}],
    ['before authentication', '/api/nope', { host: 'evil.example' }],
    ['of a page', '/nope', {}],
  ])('is told with an error %s, too', async (_case, url, headers) => {
    expect(await idFor({ 'x-request-id': 'mine', ...headers }, url)).toBe('mine');
  });

  it('is told to Elasticsearch', async () => {
    const told: unknown[] = [];
    await using es = await answeringServer(({ headers }, response) => {
      told.push(headers['x-opaque-id']);
      answerAsElasticsearch(response, 200, {});
    });
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const headers = { ...PROGRAM, 'x-request-id': 'mine' };
    await server.inject({ url: '/internal/security/me', headers });
    expect(told).toEqual(['mine']);
  });
});
