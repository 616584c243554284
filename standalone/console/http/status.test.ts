import { describe, expect, it } from '@jest/globals';
import { answerAsElasticsearch, answeringServer } from '../../../test/helpers/answering_server.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

describe('the status', () => {
  it.each([
    ['answers', 200, { username: 'x' }],
    ['only says who are you', 401, { error: { type: 'security_exception', reason: 'missing' } }],
  ])('is available while Elasticsearch %s', async (_case, status, body) => {
    await using es = await answeringServer((_request, response) =>
      answerAsElasticsearch(response, status, body),
    );
    const { server } = consoleInProcess({ 'elasticsearch.hosts': es.url });
    const { statusCode, result } = await server.inject('/api/status');
    expect(statusCode).toBe(200);
    expect(result).toMatchObject({ status: { overall: { level: 'available' } } });
  });

  it('is unavailable while it does not', async () => {
    const { statusCode, result } = await consoleInProcess().server.inject('/api/status');
    expect(statusCode).toBe(503);
    expect(result).toMatchObject({ status: { overall: { level: 'unavailable' } } });
  });
});
