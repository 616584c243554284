import { readFile, rename, writeFile } from 'node:fs/promises';
import { hasCode } from './error_code.ts';

/** The secret kept in a file; `undefined` where there is no such file. */
export async function readSecret(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).replace(/\n$/, '');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}

/** Keeps a secret in a file that its owner alone can read, whole or not at all. */
export async function keepSecret(file: string, secret: string): Promise<void> {
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
