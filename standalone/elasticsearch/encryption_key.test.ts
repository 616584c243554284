import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encryptionKey } from './encryption_key.ts';

describe('the encryption key in a data folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, readable by its owner only', async () => {
    const key = await encryptionKey(folder);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(await encryptionKey(folder)).toBe(key);
    expect(await readdir(folder)).toEqual(['console.encryption_key']);
    expect((await stat(join(folder, 'console.encryption_key'))).mode & 0o777).toBe(0o600);
  });

  it('is another one in every folder', async () => {
    const other = await mkdtemp(join(folder, 'other-'));
    expect(await encryptionKey(other)).not.toBe(await encryptionKey(folder));
  });

  it('is not made up where the kept one was damaged', async () => {
    await writeFile(join(folder, 'console.encryption_key'), '');
    await expect(encryptionKey(folder)).rejects.toThrow(
      /console\.encryption_key holds no encryption/,
    );
  });
});
