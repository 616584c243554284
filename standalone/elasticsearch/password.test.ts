import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generatePassword, keepPassword, passwordFile, readPassword } from './password.ts';

describe('the kept password', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is not there before the first start', async () => {
    expect(await readPassword(folder)).toBeUndefined();
    expect(await readPassword(join(folder, 'not/there'))).toBeUndefined();
  });

  it('is read as it was kept, by its owner only, and leaves no other file', async () => {
    await keepPassword(folder, 'first');
    await keepPassword(folder, ' sécond "one"');
    expect(await readPassword(folder)).toBe(' sécond "one"');
    expect((await stat(passwordFile(folder))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toHaveLength(1);
  });
});

it('generates passwords that differ and need no quoting', () => {
  const passwords = Array.from({ length: 100 }, generatePassword);
  expect(new Set(passwords).size).toBe(100);
  expect(passwords.every((password) => /^[\w-]{24}$/.test(password))).toBe(true);
});
