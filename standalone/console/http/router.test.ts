import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import type { CoreSetup, RequestHandler, RouteValidator } from '../../../server/index.ts';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

const anything: RouteValidator<unknown> = (input, result) => result.ok(input);
const picky: RouteValidator<unknown> = (input, result) =>
  input === undefined
    ? result.badRequest(new Error('expected a name, got nothing'), ['name'])
    : result.ok(input);

const echo: RequestHandler<unknown, unknown, unknown> = async (_context, request, response) =>
  response.ok({ body: { params: request.params, query: request.query, body: request.body } });

const routes =
  (handler = echo, body = anything) =>
  ({ http }: CoreSetup) => {
    const route = (path: string) => ({
      path,
      options: { access: 'public', body: { maxBytes: 1000 } } as const,
      security: { authz: { enabled: false, reason: 'a test' } } as const,
    });
    const validate = { params: anything, query: anything };
    const router = http.createRouter();
    router.get({ ...route('/api/keys/{id}'), validate }, handler);
    router.post({ ...route('/api/keys'), validate: { ...validate, body } }, handler);
    router.put({ ...route('/api/bodiless'), validate }, handler);
  };

const authorization = 'ApiKey aWQ6a2V5';
const post = (payload: string | Buffer, headers = {}, url = '/api/keys') => ({
  method: url === '/api/keys' ? 'POST' : 'PUT',
  url,
  payload,
  headers: { authorization, 'kbn-xsrf': 'x', 'content-type': 'application/json', ...headers },
});

describe("the plugin's routes", () => {
  it('get path parameters, query and body', async () => {
    const { server } = consoleInProcess({}, routes());
    const got = await server.inject({ url: '/api/keys/a%2Fb?x=1&x=2', headers: { authorization } });
    expect(JSON.parse(got.payload)).toEqual({ params: { id: 'a/b' }, query: { x: ['1', '2'] } });
    const posted = await server.inject(
      post('{"name":"ä"}', { 'content-type': 'application/json; charset=utf-8' }),
    );
    expect(JSON.parse(posted.payload)).toMatchObject({ body: { name: 'ä' } });
  });

  it('get no body where it is empty, or where they validate none', async () => {
    const { server } = consoleInProcess({}, routes());
    expect(JSON.parse((await server.inject(post(''))).payload)).toEqual({ params: {}, query: {} });
    const bodiless = await server.inject(post('{"a":1}', {}, '/api/bodiless'));
    expect(JSON.parse(bodiless.payload)).toEqual({ params: {}, query: {} });
  });

  it("refuse with their validator's own words, after the place", async () => {
    const { server } = consoleInProcess({}, routes(echo, picky));
    expect((await server.inject(post(''))).result).toEqual({
      statusCode: 400,
      error: 'Bad Request',
      message: '[request body.name]: expected a name, got nothing',
    });
  });

  it.each([
    ['null', 'null', 400, '[request body]: expected an object, got null'],
    ['no JSON', '{"name": }', 400, '[request body]: expected JSON, got other text'],
    ['half of JSON', '{"name":', 400, 'expected JSON'],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 400, 'expected UTF-8'],
    ['__proto__', '{"a":[{"__proto__":{"x":1}}]}', 400, '"__proto__"'],
    ['an escaped __proto__', '{"\\u005f_proto__":1}', 400, '"__proto__"'],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 400, 'constructor.prototype'],
    ['too many levels', `${'['.repeat(400)}${']'.repeat(400)}`, 400, 'at most 200 levels'],
    ['too many bytes', `"${'x'.repeat(1000)}"`, 413, 'greater than maximum allowed: 1000'],
  ])('never see a body of %s', async (_case, payload, status, message) => {
    const { server } = consoleInProcess({}, routes());
    expect((await server.inject(post(payload))).result).toMatchObject({
      statusCode: status,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ])('never see a body of content type "%s"', async (type) => {
    const { server } = consoleInProcess({}, routes());
    expect((await server.inject(post('{}', { 'content-type': type }))).statusCode).toBe(415);
  });

  it('may have a key that is called "constructor"', async () => {
    const { server } = consoleInProcess({}, routes());
    expect((await server.inject(post('{"constructor":"x"}'))).statusCode).toBe(200);
  });

  it('answer errors in the form of Kibana, with their headers', async () => {
    const { server } = consoleInProcess(
      {},
      routes(async (_context, _request, response) =>
        response.customError({
          statusCode: 409,
          headers: { 'retry-after': '1' },
          body: { message: 'no', attributes: { id: 'x' } },
        }),
      ),
    );
    const { result, headers } = await server.inject(post('{}'));
    expect(result).toEqual({
      statusCode: 409,
      error: 'Conflict',
      message: 'no',
      attributes: { id: 'x' },
    });
    expect(headers['retry-after']).toBe('1');
  });

  it('hear of a client that hangs up', async () => {
    const aborted = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { server } = consoleInProcess(
      {},
      routes(async (_context, { events }, response) => {
        events.aborted$.subscribe(aborted.resolve);
        begun.resolve();
        await aborted.promise;
        return response.ok();
      }),
    );
    await server.start();
    const { method, url, headers } = post('');
    const client = httpRequest(`${server.info.uri}${url}`, { method, headers }).end('{}');
    const failed = once(client, 'error');
    await begun.promise;
    client.destroy(new Error('hung up'));
    await Promise.all([aborted.promise, failed.catch(() => {})]);
    await server.stop();
  });

  it('hear nothing from a client that waits for the answer', async () => {
    let aborts = 0;
    const { server } = consoleInProcess(
      {},
      routes(async (_context, { events }, response) => {
        events.aborted$.subscribe(() => aborts++);
        return response.ok({ body: {} });
      }),
    );
    await server.start();
    const { method, url, headers } = post('');
    const answer = await fetch(`${server.info.uri}${url}`, { method, headers, body: '{}' });
    await answer.json();
    await server.stop();
    expect(aborts).toBe(0);
  });
});

describe('a request that changes something', () => {
  const change = (headers: Record<string, string>) =>
    consoleInProcess({}, routes()).server.inject({
      method: 'POST',
      url: '/api/keys',
      headers: { authorization, ...headers },
    });

  it.each(['kbn-xsrf', 'kbn-version'])(
    'passes with a %s header, whatever it says',
    async (name) => {
      expect((await change({ [name]: '' })).statusCode).toBe(200);
    },
  );

  it('is refused without, also before login', async () => {
    expect((await change({})).result).toMatchObject({
      statusCode: 400,
      message: 'Request must contain a kbn-xsrf header.',
    });
    const { server } = consoleInProcess();
    const login = await server.inject({ method: 'POST', url: '/internal/security/login' });
    expect(login.statusCode).toBe(400);
  });
});
