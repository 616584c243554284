import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './paths.ts';

describe('the place to go to after login', () => {
  it.each(['/', '/?a', '/app', '/app/x?a=1&b=%20', '/app/x#/y', '/app//evil.example'])(
    'may be %s',
    (next) => {
      expect(localPath(next, '')).toBe(next);
    },
  );

  it('is told as a browser would read it', () => {
    expect(localPath('/x/../app/./y/%2e%2e/z', '')).toBe('/app/z');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/%5cevil.example',
    '/%2f/evil.example',
    '/.//evil.example',
    'https:/app',
    'javascript:alert(1)',
    '/app/\u0000',
    '/app/\u0085',
    '/app/x y',
    '/app\\x',
    'app',
    '/logout',
    '/app/../logout',
    '/app/%2e%2e/logout',
    '/%6cogout',
    '/login?next=%2Flogin',
    '/api/security/logout',
    '/internal/security/me',
    '/assets/main.js',
    '/apple',
    '/APP',
    '',
    null,
    undefined,
  ])('may not be %j', (next) => {
    expect(localPath(next, '')).toBeUndefined();
  });

  it.each([
    ['/kb', '/kb'],
    ['/kb/app', '/kb/app'],
    ['/kbx', undefined],
    ['/app', undefined],
    ['/kb/../app', undefined],
    ['/kb/../kb/app', '/kb/app'],
    ['/kb//app', undefined],
    ['/kb/logout', undefined],
    ['/kb/app/../logout', undefined],
    ['/kb/kb/app', undefined],
  ])('under the base path /kb, %s gives %s', (next, expected) => {
    expect(localPath(next, '/kb')).toBe(expected);
  });

  it('never leads a browser elsewhere than to a page', () => {
    const here = 'http://console.example';
    const part = fc.constantFrom(
      '/',
      '\\',
      '\t',
      '\n',
      ' ',
      '.',
      '@',
      ':',
      '?',
      '#',
      'evil',
      'app',
      '%2f',
      '%2e',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const next = localPath(parts.join(''), '');
        if (next === undefined) return;
        const { origin, pathname } = new URL(next, here);
        expect(origin).toBe(here);
        expect(pathname).toMatch(/^\/(app(\/|$)|$)/);
      }),
    );
  });
});
