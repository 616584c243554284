import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import * as t from 'io-ts';
import { exact } from '../../common/exact.ts';
import { Nothing, type Route, responseOf } from '../../common/http_api/route.ts';
import { callRoute, clientWith, refusal, registeredBy } from '../../test/helpers/call_route.ts';
import type { BackgroundTasks } from '../tasks/background_tasks.ts';
import { type Call, defineRoute } from './define_route.ts';
import { defineRoutes } from './index.ts';
import { RequestError } from './request_error.ts';

const greet: Route<{ id: string }, object, { text: string }, { said: string }> = {
  method: 'post',
  path: '/greet/{id}',
  params: exact({ id: t.string }, {}),
  query: Nothing,
  body: exact({ text: t.string }, {}),
  response: responseOf(),
};
type Greeting = Call<{ id: string }, object, { text: string }>;

const answering = (
  answer: (call: Greeting) => Promise<{ said: string }>,
  input: Parameters<typeof callRoute>[2] = INPUT,
) =>
  callRoute(
    (router) =>
      defineRoute(router, greet, {
        audit: {
          operation: () => 'update',
          subject: ({ params }) => ({ key_ids: [params.id] }),
        },
        answer,
        headers: { 'x-a': 'b' },
      }),
    CLIENT,
    input,
  );
const failing = (error: unknown) =>
  answering(async () => {
    throw error;
  });
const CLIENT = clientWith({});
const INPUT = { params: { id: 'ann' }, body: { text: 'hello' } };

describe('a route', () => {
  it('hands what was asked and Elasticsearch as the current user to its answer', async () => {
    const answer = await answering(async ({ params, body, elasticsearch }) => {
      expect(elasticsearch).toBe(CLIENT);
      return { said: `${params.id}: ${body.text}` };
    });
    expect(answer).toEqual({ status: 200, headers: { 'x-a': 'b' }, body: { said: 'ann: hello' } });
  });

  it.each([
    [
      'a wrong type',
      { ...INPUT, body: { text: 5 } },
      '[request body.text]: expected a string, got 5',
    ],
    ['no body', { params: INPUT.params }, '[request body]: expected an object, got nothing'],
    [
      'no body, as Kibana gives it',
      { ...INPUT, body: null },
      '[request body]: expected an object, got nothing',
    ],
    [
      'an unknown parameter',
      { ...INPUT, query: { refresh: 'true' } },
      '[request query.refresh]: expected no fields, got a string',
    ],
    [
      'several mistakes',
      { ...INPUT, body: { txt: 'hello' } },
      '[request body.text]: expected a string, got nothing; [request body.txt]: expected one of the fields text, got a string',
    ],
  ])('refuses %s and names the place', async (_case, input, message) => {
    const answer = await answering(() => Promise.reject(new Error('not reached')), input);
    expect(answer).toMatchObject({ status: 400, body: { message } });
  });

  it('passes on what Elasticsearch refuses, with its reason', async () => {
    expect(await failing(refusal(404, 'resource_not_found_exception', 'no such key'))).toEqual({
      status: 404,
      headers: {},
      body: { message: 'no such key' },
    });
  });

  it('is a 503 with a time to try again where Elasticsearch is away', async () => {
    expect(await failing(new errors.ConnectionError('connect ECONNREFUSED'))).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
    });
  });

  it('refuses in its own words', async () => {
    expect(await failing(new RequestError(400, 'no'))).toMatchObject({
      status: 400,
      body: { message: 'no' },
    });
  });

  it('tells a program more than the message, where there is more', async () => {
    const error = new RequestError(409, 'two', {}, { ids: ['a', 'b'] });
    expect((await failing(error)).body).toEqual({
      message: 'two',
      attributes: { ids: ['a', 'b'] },
    });
  });

  it('hears of a client that hangs up', async () => {
    const hangUp = new AbortController();
    const answer = async ({ signal }: Greeting) => {
      expect(signal.aborted).toBe(false);
      hangUp.abort();
      return { said: String(signal.aborted) };
    };
    const { body } = await answering(answer, { ...INPUT, hungUp: hangUp.signal });
    expect(body).toEqual({ said: 'true' });
  });

  it('leaves an error of its own to the host', async () => {
    await expect(failing(new TypeError('a bug'))).rejects.toThrow('a bug');
  });
});

describe('every route of the plugin', () => {
  const routes = registeredBy((router) =>
    defineRoutes(router, {
      now: () => 0,
      elasticsearchAs: async () => CLIENT,
      tasks: {} as BackgroundTasks,
    }),
  );

  it.each(routes)(
    '$method $config.path is public, leaves authorization to Elasticsearch and parses a body unless it is a GET',
    ({ method, config }) => {
      expect(config.options.access).toBe('public');
      expect(config.security.authz).toEqual({ enabled: false, reason: expect.any(String) });
      expect(config.validate.body !== undefined).toBe(method !== 'get');
    },
  );

  it('stands once under the prefix of the HTTP API', () => {
    const names = routes.map(({ method, config }) => `${method} ${config.path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.sort()).toEqual([
      'get /api/project_api_keys/_openapi',
      'get /api/project_api_keys/capabilities',
      'get /api/project_api_keys/index_names',
      'get /api/project_api_keys/keys/{id}',
      'get /api/project_api_keys/tasks',
      'post /api/project_api_keys/_check_privileges',
      'post /api/project_api_keys/_count',
      'post /api/project_api_keys/_delete',
      'post /api/project_api_keys/_export',
      'post /api/project_api_keys/_find_owners',
      'post /api/project_api_keys/_query',
      'post /api/project_api_keys/_test',
      'post /api/project_api_keys/keys',
      'post /api/project_api_keys/keys/{id}/_rotate',
      'post /api/project_api_keys/tasks/{id}/_run',
      'put /api/project_api_keys/keys/{id}',
      'put /api/project_api_keys/tasks/{id}',
    ]);
  });
});
