import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { echoRoutes, PROGRAM } from '../../../test/helpers/echo_routes.ts';
import {
  type ListeningConsole,
  listeningConsole,
} from '../../../test/helpers/listening_console.ts';
import { rawExchange, requestText } from '../../../test/helpers/raw_exchange.ts';

let app: ListeningConsole;
const bodies: unknown[] = [];
beforeAll(async () => {
  const seen = (body: unknown) => bodies.push(body);
  app = await listeningConsole({ 'server.maxPayload': '100kb' }, echoRoutes(seen));
});
afterAll(async () => app[Symbol.asyncDispose]());

const POST = 'POST /api/echo';
const get = (path: string, headers = {}) => requestText(`GET ${path}`, { ...PROGRAM, ...headers });
const post = (body: string, headers = {}) =>
  requestText(
    POST,
    { ...PROGRAM, 'content-length': `${Buffer.byteLength(body)}`, ...headers },
    body,
  );
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunked = { 'transfer-encoding': 'chunked' };

describe('a request that two servers could read in two ways', () => {
  it.each([
    ['two lengths', post('{}x', { 'Content-Length': 3 })],
    ['one length twice', post('{}', { 'Content-Length': 2 })],
    [
      'a length and chunks',
      post(`${chunk('{}')}${chunk('')}`, { ...chunked, 'content-length': 2 }),
    ],
    ['unknown chunks', requestText(POST, { ...PROGRAM, 'transfer-encoding': 'xchunked' }, '{}')],
    ['a chunk without a length', requestText(POST, { ...PROGRAM, ...chunked }, 'zz\r\n{}\r\n')],
    ['a folded header', get('/login', { 'x-a': 'b\r\n c: d' })],
    ['a space in a header name', get('/login', { 'x-a ': 'b' })],
    ['line ends without CR', 'GET /login HTTP/1.1\nHost: localhost\n\n'],
    ['no host', 'GET /login HTTP/1.1\r\n\r\n'],
    ['a host with a path', get('/login', { host: 'localhost/api?' })],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['a NUL', get('/api/echo/\0')],
  ])('by %s is refused', async (_case, bytes) => {
    const before = bodies.length;
    expect((await rawExchange(app.server, bytes)).status).toBe(400);
    expect(bodies).toHaveLength(before);
  });
});

describe('an odd address', () => {
  it.each([
    ['/api/echo/%zz', 400],
    ['/api/echo/%ff', 400],
    ['/assets/%e0%a4%a', 400],
    ['/assets/main%00.js', 404],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/%5c..%5cpackage.json', 404],
    ['/app/../../package.json', 404],
    ['//evil.example/', 404],
  ])('such as %s is refused with %i', async (path, status) => {
    for (const flags of [{}, { 'server.basePath': '/kb' }]) {
      await using other = await listeningConsole(flags, echoRoutes());
      expect((await rawExchange(other.server, get(path))).status).toBe(status);
    }
  });

  it('splits no header', async () => {
    const { head } = await rawExchange(app.server, requestText('GET /app/%0d%0aset-cookie:a=b'));
    expect(head).toMatch(/^HTTP\/1.1 302 /);
    expect(head).not.toMatch(/^set-cookie/im);
  });

  it('of another host leads nowhere else', async () => {
    const { head } = await rawExchange(app.server, requestText('GET http://evil.example/app/x'));
    expect(head).toMatch(/^location: \/login\?next=%2Fapp%2Fx\r$/m);
  });
});

describe('a method', () => {
  it.each([
    ['OPTIONS', 404],
    ['TRACE', 404],
    ['PROPFIND', 404],
    ['DELETE', 404],
    ['NONSENSE', 400],
  ])('%s is not known', async (method, status) => {
    const answer = await rawExchange(app.server, requestText(`${method} /api/echo`, PROGRAM));
    expect(answer.status).toBe(status);
    expect(answer.head).not.toMatch(/^access-control/im);
  });

  it('HEAD answers as GET does, without a body', async () => {
    const { status, body } = await rawExchange(app.server, requestText('HEAD /login'));
    expect([status, body]).toEqual([200, '']);
  });

  it('CONNECT opens no way through', async () => {
    const { status } = await rawExchange(app.server, 'CONNECT evil.example:80 HTTP/1.1\r\n\r\n');
    expect(status).toBe(0);
  });

  it('is not what a header says in its place', async () => {
    const override = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' };
    expect((await rawExchange(app.server, get('/api/echo', override))).status).toBe(404);
  });
});

describe('a body', () => {
  it.each([
    ['longer than allowed', post(`"${'x'.repeat(102_400)}"`), 413],
    [
      'in chunks that are together longer than allowed',
      requestText(
        POST,
        { ...PROGRAM, ...chunked },
        chunk('x'.repeat(4096)).repeat(500) + chunk(''),
      ),
      413,
    ],
    ['in some encoding', post('{}', { 'content-encoding': 'br' }), 415],
    ['of 10,000 levels', post('['.repeat(10_000) + ']'.repeat(10_000)), 400],
    ['of 50,000 open levels', post('['.repeat(50_000)), 400],
    ['in another charset', post('{}', { 'content-type': 'application/json; charset=latin1' }), 415],
    ['of a form', post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['of a form as text', post('{"a":"=b"}', { 'content-type': 'text/plain' }), 415],
    ['of no type', post('{}', { 'content-type': '' }), 415],
  ])('%s is refused, and the answer arrives', async (_case, bytes, status) => {
    const before = bodies.length;
    const answer = await rawExchange(app.server, bytes);
    expect([answer.status, JSON.parse(answer.body).statusCode]).toEqual([status, status]);
    expect(bodies).toHaveLength(before);
  });

  it('that would unpack to fifty megabytes is never unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const head = post('', { 'content-encoding': 'gzip', 'content-length': bomb.length });
    const { status } = await rawExchange(app.server, Buffer.concat([Buffer.from(head), bomb]));
    expect(status).toBe(415);
  });

  it('that comes with a refused request does not keep the answer from arriving', async () => {
    const body = 'x'.repeat(5_000_000);
    const headers = { 'kbn-xsrf': 'x', 'content-length': `${body.length}` };
    const { status } = await rawExchange(app.server, requestText(POST, headers, body));
    expect(status).toBe(401);
  });

  it('is not asked for by a refusal', async () => {
    const headers = { expect: '100-continue', 'content-length': '5000000', 'kbn-xsrf': 'x' };
    const { head } = await rawExchange(app.server, requestText(POST, headers));
    expect(head).toMatch(/^HTTP\/1.1 401 /);
  });

  it.each([
    ['in UTF-8 with a byte order mark', '\ufeff{"a":"ä"}', { a: 'ä' }],
    ['with a key "constructor"', '{"constructor":"x"}', { constructor: 'x' }],
  ])('%s is read', async (_case, text, body) => {
    await rawExchange(app.server, post(text));
    expect(bodies.at(-1)).toEqual(body);
  });

  it('in chunks of one byte is read', async () => {
    const text = JSON.stringify({ a: 'x'.repeat(50_000) });
    const headers = { ...PROGRAM, ...chunked };
    const pieces = [...text, ''].map(chunk).join('');
    await rawExchange(app.server, requestText(POST, headers, pieces));
    expect(bodies.at(-1)).toEqual(JSON.parse(text));
  });

  it('that is cut short reaches nobody, and is no failure', async () => {
    const before = bodies.length;
    const over = app.server.events.once('response');
    const short = post('{"a":1}', { 'content-length': 100 });
    expect((await rawExchange(app.server, short, 'hanging up')).status).toBe(0);
    await over;
    await rawExchange(app.server, post('{"b":1}'));
    expect(bodies.slice(before)).toEqual([{ b: 1 }]);
    expect(app.log).toEqual([]);
  });
});
