import { describe, expect, it } from '@jest/globals';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';
import { echoRoutes, PROGRAM } from '../../../test/helpers/echo_routes.ts';

type Headers = Readonly<Record<string, string>>;

async function statusOf(
  request: 'POST /api/echo' | `GET ${string}`,
  headers: Headers,
  flags: Headers = {},
): Promise<number> {
  const [method = '', url = ''] = request.split(' ');
  const { server } = consoleInProcess(flags, echoRoutes());
  const sent = { host: 'localhost:5601', ...PROGRAM, ...headers };
  return (await server.inject({ method, url, headers: sent })).statusCode;
}

const sent = (site: string, origin?: string): Headers => ({
  'sec-fetch-site': site,
  ...(origin !== undefined && { origin }),
});

const TLS_PROXY = { 'server.publicBaseUrl': 'https://console.example' };

describe('a request that changes something', () => {
  const change = 'POST /api/echo';

  it.each([
    ['a program', {}, {}],
    ['our own page', sent('same-origin', 'http://localhost:5601'), {}],
    ['our own page in an older browser', { origin: 'http://localhost:5601' }, {}],
    ['our own page behind a proxy that took TLS off', { origin: 'https://localhost:5601' }, {}],
    ['our own page at its public address', { origin: 'https://console.example' }, TLS_PROXY],
    [
      'our own page behind a proxy that changes the host',
      { ...sent('same-origin', 'https://console.example'), host: '127.0.0.1:5601' },
      {},
    ],
    ['our own page at the standard port', { origin: 'http://localhost', host: 'localhost:80' }, {}],
  ])('passes from %s', async (_case, headers, flags) => {
    expect(await statusOf(change, headers, flags)).toBe(200);
  });

  it.each([
    ['another site', sent('cross-site', 'https://evil.example'), {}],
    ['another site in an older browser', { origin: 'https://evil.example' }, {}],
    ['another port of this host', { origin: 'http://localhost:5602' }, {}],
    ['another port of this host', sent('same-site'), {}],
    ['another host of our domain', sent('same-site', 'https://wiki.console.example'), TLS_PROXY],
    ['our public address without TLS', { origin: 'http://console.example' }, TLS_PROXY],
    ['a page that hides where it is from', { origin: 'null' }, {}],
    ['a page that hides where it is from', sent('cross-site', 'null'), {}],
    ['what is no page', { origin: 'file://' }, {}],
    ['what is no origin', { origin: 'localhost:5601' }, {}],
    ['an extension', sent('none', 'chrome-extension://abc'), {}],
    ['what a newer browser may say', sent('elsewhere'), {}],
  ])('is refused from %s (%j)', async (_case, headers, flags) => {
    expect(await statusOf(change, headers, flags)).toBe(403);
  });

  it('is refused also without the header against forgery, and before login', async () => {
    const { server } = consoleInProcess();
    const headers = sent('cross-site', 'https://evil.example');
    const login = { method: 'POST', url: '/internal/security/login', headers };
    expect((await server.inject(login)).statusCode).toBe(403);
  });
});

describe('a request that reads', () => {
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  const embedded = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };

  it.each([
    ['the HTTP API as a link', 'GET /api/echo/x', link, 200],
    ['the HTTP API by hand', 'GET /api/echo/x', sent('none'), 200],
    ['the HTTP API as a script or image', 'GET /api/echo/x', embedded, 403],
    ['the HTTP API from another port', 'GET /api/echo/x', sent('same-site'), 403],
    ['the HTTP API by CORS', 'GET /api/echo/x', { origin: 'https://evil.example' }, 403],
    ['a page as a link', 'GET /login', link, 200],
    ['a page as an image', 'GET /login', embedded, 200],
  ] as const)('%s: %s with %j is answered with %i', async (_case, request, headers, status) => {
    expect(await statusOf(request, headers)).toBe(status);
  });

  it.each(['GET /logout', 'GET /api/security/logout'] as const)(
    'ends no session for another site: %s',
    async (request) => {
      expect(await statusOf(request, link)).toBe(403);
      expect(await statusOf(request, embedded)).toBe(403);
      expect(await statusOf(request, sent('same-origin'))).toBe(302);
      expect(await statusOf(request, {})).toBe(302);
    },
  );
});
