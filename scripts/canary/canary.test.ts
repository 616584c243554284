import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookForSecrets } from './look_for_secrets.ts';
import { secretForms } from './secret_forms.ts';
import { TextSearch } from './text_search.ts';

const SECRET = 'correct/horse+battery "staple"';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const look = (marks: readonly string[] = []) =>
  lookForSecrets([{ what: 'the password', secret: SECRET }], [{ name: 'logs', folder, marks }]);

describe('the canary', () => {
  it.each<[string, string]>([
    ['as it is', `password: ${SECRET}\n`],
    ['in JSON', JSON.stringify({ password: SECRET })],
    ['in a URL', `/login?password=${encodeURIComponent(SECRET)}`],
    ['in a header', `Basic ${Buffer.from(`ada:${SECRET}`).toString('base64')}`],
    ['in a token', Buffer.from(`{"who":"ada","password":"${SECRET}`).toString('base64url')],
  ])('finds a secret %s, in any file of any folder', (_case, text) => {
    mkdirSync(join(folder, 'deep'));
    writeFileSync(join(folder, 'clean.log'), 'nothing');
    writeFileSync(
      join(folder, 'deep', 'a.bin'),
      Buffer.concat([Buffer.alloc(9, 255), Buffer.from(text)]),
    );
    expect(look()).toEqual([
      {
        name: 'logs',
        files: 2,
        bytes: expect.any(Number),
        problems: [`the password stands in ${join('deep', 'a.bin')}`],
      },
    ]);
  });

  it('finds nothing where nothing stands, and never shows the secret', () => {
    writeFileSync(join(folder, 'a.log'), `${SECRET.slice(0, -1)}!`);
    expect(look()[0]?.problems).toEqual([]);
    writeFileSync(join(folder, 'a.log'), SECRET);
    expect(JSON.stringify(look())).not.toContain('horse');
  });

  it.each([
    ['is empty', undefined],
    ['is another one', 'some other text'],
  ])('notices that the place %s', (_case, text) => {
    if (text !== undefined) writeFileSync(join(folder, 'a.log'), text);
    expect(look(['a line that is always there'])[0]?.problems).toEqual([
      expect.stringContaining('wrong place'),
    ]);
  });
});

it('a secret is found within whatever was encoded in base64', () => {
  const bytes = fc.uint8Array({ maxLength: 20 });
  fc.assert(
    fc.property(bytes, bytes, (before, after) => {
      const text = Buffer.concat([before, Buffer.from(SECRET), after]).toString('base64');
      expect([...secretForms(SECRET)].some((form) => text.includes(form))).toBe(true);
    }),
  );
});

it('a search for many texts finds what a search for each one would', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 8, maxLength: 10 });
  fc.assert(
    fc.property(
      fc.array(text),
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 100 }),
      (texts, within) => {
        const found = new Set(new TextSearch(texts).foundIn(Buffer.from(within)));
        expect(found).toEqual(new Set(texts.filter((one) => within.includes(one))));
      },
    ),
  );
});
