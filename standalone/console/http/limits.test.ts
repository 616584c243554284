import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoreSetup } from '../../../server/index.ts';
import { echoRoutes, PROGRAM } from '../../../test/helpers/echo_routes.ts';
import {
  type ListeningConsole,
  listeningConsole,
} from '../../../test/helpers/listening_console.ts';
import { rawExchange, requestText } from '../../../test/helpers/raw_exchange.ts';

describe('a request whose address and headers are', () => {
  let app: ListeningConsole;
  beforeAll(async () => {
    app = await listeningConsole();
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  it.each([
    ['one long address', requestText(`GET /login?${'a'.repeat(17_000)}`)],
    ['one long header', requestText('GET /login', { 'x-a': 'a'.repeat(17_000) })],
    ['one long cookie', requestText('GET /login', { cookie: `sid=${'a'.repeat(17_000)}` })],
    ['many headers', `GET /login HTTP/1.1\r\nHost: localhost\r\n${'a: b\r\n'.repeat(3000)}\r\n`],
  ])('%s of more than 16 KB is refused', async (_case, bytes) => {
    expect((await rawExchange(app.server, bytes)).status).toBe(431);
  });

  it('a cookie of 8 KB is answered', async () => {
    const bytes = requestText('GET /login', { cookie: `sid=${'a'.repeat(8192)}` });
    expect((await rawExchange(app.server, bytes)).status).toBe(200);
  });
});

describe('a client', () => {
  let app: ListeningConsole;
  const bodies: unknown[] = [];
  beforeAll(async () => {
    const flags = { 'server.payloadTimeout': '300ms', 'server.keepaliveTimeout': '300ms' };
    app = await listeningConsole(
      flags,
      echoRoutes((body) => bodies.push(body)),
    );
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  const begunBody = requestText('POST /api/echo', { ...PROGRAM, 'content-length': '9999' }, '{');
  it.each([
    ['says nothing', '', 'waiting'],
    ['stops within its headers', 'GET /login HTTP/1.1\r\nHost: lo', 'waiting'],
    ['trickles headers', 'GET /login HTTP/1.1\r\n', { trickling: 'a: b\r\n' }],
    ['stops within its body', begunBody, 'waiting'],
    ['trickles a body', begunBody, { trickling: ' ' }],
    [
      'trickles a body that nobody wants',
      requestText('POST /nope', { 'content-length': '9999' }),
      { trickling: ' ' },
    ],
  ] as const)('that %s is not waited for', async (_case, bytes, manner) => {
    expect((await rawExchange(app.server, bytes, manner)).status).toBe(408);
    expect(bodies).toEqual([]);
  });

  it('that keeps an idle connection loses it', async () => {
    const bytes = requestText('GET /login', { connection: 'keep-alive' });
    expect((await rawExchange(app.server, bytes)).status).toBe(200);
  });
});

/** More than the buffers between a server and its client hold. */
const LONG = 'x'.repeat(20_000_000);

const longAnswer = ({ http }: CoreSetup): void =>
  http.createRouter().get(
    {
      path: '/api/long',
      validate: { params: (i, { ok }) => ok(i), query: (i, { ok }) => ok(i) },
      options: { access: 'public' },
      security: { authz: { enabled: false, reason: 'a test' } },
    },
    async (_context, _request, response) => response.ok({ body: { LONG } }),
  );

describe('an answer', () => {
  const flags = { 'server.socketTimeout': '300ms', 'elasticsearch.requestTimeout': '1ms' };

  it('that its client does not read is given up', async () => {
    await using app = await listeningConsole(flags, longAnswer);
    const over = app.server.events.once('response');
    const socket = connect(Number(app.server.info.port), '127.0.0.1');
    socket.on('error', () => {});
    socket.write(requestText('GET /api/long', PROGRAM));
    await over;
    socket.destroy();
    expect(app.log).toEqual([]);
  });
});
