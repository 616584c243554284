import { describe, expect, it } from '@jest/globals';
import type { CoreSetup, RequestHandler } from '../../../server/index.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';
import { isComplaint } from '../../../test/helpers/log_entries.ts';

const secret = 'ApiKey c2VjcmV0';

async function answerOf(handler: RequestHandler<unknown, unknown, unknown>) {
  const setup = ({ http }: CoreSetup) =>
    http.createRouter().get(
      {
        path: '/api/x',
        validate: { params: (i, { ok }) => ok(i), query: (i, { ok }) => ok(i) },
        options: { access: 'public' },
        security: { authz: { enabled: false, reason: 'a test' } },
      },
      handler,
    );
  const { server, entries } = consoleInProcess({}, setup);
  const headers = { authorization: secret };
  const { result, headers: answered } = await server.inject({ url: '/api/x?q=private', headers });
  return { result, headers: answered, entries, log: entries.filter(isComplaint) };
}

describe('an error', () => {
  it('of ours tells nothing to the client and all to the log', async () => {
    const { result, headers, log } = await answerOf(async () => {
      throw new TypeError('x is not a function');
    });
    expect(result).toEqual({
      statusCode: 500,
      error: 'Internal Server Error',
      message: 'The console failed. Its log says why.',
    });
    expect(log).toEqual([
      expect.objectContaining({
        'log.level': 'error',
        'log.logger': 'http',
        message: expect.stringMatching(/^GET \/api\/x 500: TypeError: x is not a function\n +at /),
        trace: { id: headers['x-request-id'] },
      }),
    ]);
  });

  it('of Elasticsearch that nobody caught is a 503 to be tried again', async () => {
    const { result, headers, log } = await answerOf(async (context, _request, response) => {
      const { elasticsearch } = await context.core;
      await elasticsearch.client.asCurrentUser.security.authenticate();
      return response.ok();
    });
    expect(result).toMatchObject({ statusCode: 503, error: 'Service Unavailable' });
    expect(headers['retry-after']).toBe('5');
    const messages = log.map(({ message }) => message).join('\n');
    expect(messages).toMatch(/^GET \/_security\/_authenticate: .*ECONNREFUSED/);
    expect(messages).toMatch(/^GET \/api\/x 503: Elasticsearch cannot be reached/m);
  });

  it('that a route answered with is logged by its message', async () => {
    const { log } = await answerOf(async (_context, _request, response) =>
      response.customError({ statusCode: 503, body: { message: 'Elasticsearch is away' } }),
    );
    expect(log).toMatchObject([
      { 'log.level': 'warn', message: 'GET /api/x 503: Elasticsearch is away' },
    ]);
  });

  it.each([400, 404, 503])(
    'of status %i leaves neither credential nor query in the log',
    async (statusCode) => {
      const { log, entries } = await answerOf(async (_context, _request, response) =>
        response.customError({ statusCode, body: { message: 'no' } }),
      );
      expect(JSON.stringify(entries)).not.toMatch(/c2VjcmV0|private/);
      expect(log.length === 0).toBe(statusCode < 500);
    },
  );
});
