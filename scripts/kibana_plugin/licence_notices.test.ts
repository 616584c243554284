import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { licenceNotices } from './licence_notices.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'licence-notices-'));
});
afterEach(() => rm(root, { recursive: true }));

async function aPackage(name: string, description: object, files: Record<string, string> = {}) {
  const folder = path.join(root, name);
  await mkdir(folder);
  const all = {
    'package.json': JSON.stringify({ name, version: '1.0.0', ...description }),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) await writeFile(path.join(folder, file), text);
  return folder;
}

describe('the notices of bundled packages', () => {
  it('name each one, with all that it says of its licence', async () => {
    const folders = [
      await aPackage('two', { license: 'MIT' }, { license: 'Text of two', 'index.js': 'code' }),
      await aPackage(
        'one',
        { license: 'MIT' },
        { 'LICENSE.md': 'Text of one', NOTICE: 'And more' },
      ),
    ];
    const notices = await licenceNotices([...folders, ...folders]);
    expect(notices.split(/\n-+\n\n/)).toEqual([
      'one 1.0.0\n\nText of one\n\nAnd more\n',
      'two 1.0.0\n\nText of two\n',
    ]);
  });

  it('have the words of the MIT licence where a package only names it', async () => {
    const folder = await aPackage('one', { license: 'MIT', author: { name: 'Somebody' } });
    expect(await licenceNotices([folder])).toContain('Copyright (c) Somebody\n\nPermission is');
  });

  it.each([
    ['another licence', { license: 'ISC', author: 'Somebody' }],
    ['no author', { license: 'MIT' }],
  ])('are not made up for a package without a text and with %s', async (_what, description) => {
    const folder = await aPackage('one', description);
    await expect(licenceNotices([folder])).rejects.toThrow('one 1.0.0 brings no text');
  });
});
