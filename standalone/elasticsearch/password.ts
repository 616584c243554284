import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from './error_code.ts';

/** The file of a data folder that keeps the password of `elastic`, readable by its owner only. */
export function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'elastic.password');
}

/** The password kept in a data folder; `undefined` before its first start was completed. */
export async function readPassword(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(passwordFile(dataFolder), 'utf8')).replace(/\n$/, '');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
}

/** Keeps a password in a data folder, whole or not at all. */
export async function keepPassword(dataFolder: string, password: string): Promise<void> {
  const file = passwordFile(dataFolder);
  await writeFile(`${file}.new`, `${password}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/**
 * The passwords that `elastic` may have: the kept one, or the given one in the first start and after
 * someone changed it; else a new one.
 */
export function likelyPasswords(
  kept: string | undefined,
  given: string | undefined,
): [string, ...string[]] {
  const first = kept ?? given ?? generatePassword();
  return given === undefined || given === first ? [first] : [first, given];
}

/** A new password of 144 random bits, 24 characters that need no quoting. */
export function generatePassword(): string {
  return randomBytes(18).toString('base64url');
}
