import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './paths.ts';

describe('the place to go to after login', () => {
  it.each(['/', '/app/x', '/app/x?a=1&b=%20', '/app/x#/y', '/x/..//y'])('may be %s', (next) => {
    expect(localPath(next, '')).toBe(next);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'app',
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
  ])('under the base path /kb, %s gives %s', (next, expected) => {
    expect(localPath(next, '/kb')).toBe(expected);
  });

  it('never leads a browser to another origin', () => {
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
      '%2f',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const next = localPath(parts.join(''), '');
        if (next !== undefined) expect(new URL(next, here).origin).toBe(here);
      }),
    );
  });
});
