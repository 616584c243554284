import { describe, expect, it } from '@jest/globals';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

describe('every answer', () => {
  it.each([
    ['a page', '/login', {}],
    ['a redirect', '/app/x', {}],
    ['a script', '/assets/main-ABC123.js', {}],
    ['an error page', '/nope', {}],
    ['an error of the HTTP API', '/internal/security/me', {}],
    ['a path that cannot be read', '/%zz', {}],
    ['a host that is refused', '/', { host: 'evil.example' }],
    ['a part of a page', '/login', { range: 'bytes=999999-' }],
  ])('keeps the browser strict: %s', async (_case, url, headers) => {
    const answer = await consoleInProcess().server.inject({ url, headers });
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(String(answer.headers['content-security-policy']).split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ]),
    );
  });

  it('lets a browser come back without TLS, where that may be all there is', async () => {
    const { headers } = await consoleInProcess().server.inject('/login');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('wants TLS from then on, where a proxy offers it', async () => {
    const { server } = consoleInProcess({ 'server.publicBaseUrl': 'https://console.example' });
    const { headers } = await server.inject('/login');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('an answer to an attack on the type of its content', () => {
  const HTML = '<img src=x onerror=alert(1)>';

  it('says that an error of the HTTP API is JSON', async () => {
    const url = `/api/${encodeURIComponent(HTML)}`;
    const { headers } = await consoleInProcess().server.inject({
      url,
      headers: { accept: 'text/html' },
    });
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it('repeats nothing of the request in an error page', async () => {
    const { payload } = await consoleInProcess().server.inject(`/${encodeURIComponent(HTML)}`);
    expect(payload).not.toContain('onerror');
  });
});
