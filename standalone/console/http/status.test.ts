import { describe, expect, it } from '@jest/globals';
import { answerAsElasticsearch, answeringServer } from '../../../test/helpers/answering_server.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

const USER = { username: 'ann', authentication_realm: { name: 'native1' } };
const REFUSAL = { error: { type: 'security_exception', reason: 'unable to authenticate' } };
const ANN = 'Basic YW5uOnNlY3JldA==';

/** Elasticsearch that knows no user but Ann, and not the console either. */
const knowsAnn = () =>
  answeringServer(({ headers }, response) =>
    headers.authorization === ANN
      ? answerAsElasticsearch(response, 200, USER)
      : answerAsElasticsearch(response, 401, REFUSAL),
  );

const statusAt = async (elasticsearch?: string, authorization?: string) => {
  const flags = elasticsearch === undefined ? {} : { 'elasticsearch.hosts': elasticsearch };
  const { server } = consoleInProcess(flags);
  const headers = { ...(authorization !== undefined && { authorization }) };
  const { statusCode, result } = await server.inject({ url: '/api/status', headers });
  return { statusCode, result };
};

describe('the status', () => {
  it.each([
    ['answers', 200, USER],
    ['only says who are you', 401, REFUSAL],
  ])('is available while Elasticsearch %s', async (_case, status, body) => {
    await using es = await answeringServer((_request, response) =>
      answerAsElasticsearch(response, status, body),
    );
    expect(await statusAt(es.url)).toEqual({
      statusCode: 200,
      result: { status: { overall: { level: 'available' } } },
    });
  });

  it.each([
    ['is away', undefined],
    ['is something else', {}],
  ])('is unavailable while Elasticsearch %s', async (_case, body) => {
    await using es = await answeringServer((request, response) =>
      body ? answerAsElasticsearch(response, 200, body) : request.socket.destroy(),
    );
    expect(await statusAt(es.url, ANN)).toEqual({
      statusCode: 503,
      result: { status: { overall: { level: 'unavailable' } } },
    });
  });

  it('of each service is told to users', async () => {
    await using es = await knowsAnn();
    expect(await statusAt(es.url, ANN)).toEqual({
      statusCode: 200,
      result: {
        status: {
          overall: { level: 'available', summary: 'All services work.' },
          core: { elasticsearch: { level: 'available', summary: 'Elasticsearch answers.' } },
          plugins: {
            taskManager: {
              level: 'available',
              summary: expect.stringContaining('Background tasks are off: set'),
            },
          },
        },
      },
    });
  });

  it('is not told to who only says to be one', async () => {
    await using es = await knowsAnn();
    expect((await statusAt(es.url, 'Basic YW5uOndyb25n')).statusCode).toBe(401);
  });
});
