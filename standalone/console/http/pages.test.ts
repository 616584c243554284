import { describe, expect, it } from '@jest/globals';
import { consoleInProcess } from '../../../test/helpers/console_in_process.ts';

describe('pages', () => {
  it.each([
    ['/', '/app/management/security/project_api_keys'],
    ['/app/x?y=1&z=2', '/login?next=%2Fapp%2Fx%3Fy%3D1%26z%3D2'],
    ['/app', '/login?next=%2Fapp'],
    ['/logout', '/login'],
    ['/api/security/logout', '/login'],
  ])('sends whoever has no session from %s to %s', async (url, location) => {
    const { statusCode, headers } = await consoleInProcess().server.inject(url);
    expect([statusCode, headers.location]).toEqual([302, location]);
  });

  it('serves one document without a script or style of its own', async () => {
    const { statusCode, headers, payload } = await consoleInProcess().server.inject('/login');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain('text/html');
    expect(payload).toContain('<html lang="en" data-base-path="">');
    expect(payload.match(/<(script|style)[^>]*>[^<]*/g)).toEqual([
      '<script type="module" src="/assets/main-ABC123.js">',
    ]);
  });

  it.each(['/login', '/kb/login'])(
    'names the base path in every address (asked for %s)',
    async (url) => {
      const { server } = consoleInProcess({ 'server.basePath': '/kb' });
      const { payload } = await server.inject(url);
      expect(payload).toContain('data-base-path="/kb"');
      expect(payload).toContain('src="/kb/assets/main-ABC123.js"');
      const { headers } = await server.inject('/kb/app/x');
      expect(headers.location).toBe('/kb/login?next=%2Fkb%2Fapp%2Fx');
    },
  );

  it.each([
    ['/kb', 302, '/kb/app/management/security/project_api_keys'],
    ['/kb/', 302, '/kb/app/management/security/project_api_keys'],
    ['/kb?x=1', 302, '/kb/app/management/security/project_api_keys'],
    ['/kb/logout', 302, '/kb/login'],
    ['/logout', 302, '/kb/login'],
    ['/kb/assets/nope.js', 404, undefined],
    ['/kb/api/nope', 404, undefined],
    ['/kbx', 404, undefined],
    ['/kb/kb/login', 404, undefined],
    ['/kb//evil.example', 404, undefined],
  ])(
    'under the base path /kb, %s is answered with %i and leads to %s',
    async (url, ...expected) => {
      const { server } = consoleInProcess({ 'server.basePath': '/kb' });
      const { statusCode, headers } = await server.inject(url);
      expect([statusCode, headers.location]).toEqual(expected);
    },
  );

  it.each(['/', '/login', '/app/x'])('answers an API key on %s with 401', async (url) => {
    const headers = { authorization: 'ApiKey aWQ6a2V5' };
    expect((await consoleInProcess().server.inject({ url, headers })).statusCode).toBe(401);
  });

  it('does not know other paths: a page for people, JSON for programs', async () => {
    const { server } = consoleInProcess();
    const page = await server.inject('/nope');
    expect([page.statusCode, page.headers['content-type']]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
    const answer = await server.inject('/api/nope');
    expect(answer.result).toEqual({ statusCode: 404, error: 'Not Found', message: 'Not Found' });
  });

  it.each(['/login', '/', '/nope', '/api/nope', '/internal/security/me'])(
    'lets nothing of %s be stored',
    async (url) => {
      const { headers } = await consoleInProcess().server.inject(url);
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});
