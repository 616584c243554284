import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret, readSecret } from './kept_secret.ts';

/** The file of a data folder that keeps the password of `elastic`, readable by its owner only. */
export function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'elastic.password');
}

/** The password kept in a data folder; `undefined` before its first start was completed. */
export const readPassword = (dataFolder: string): Promise<string | undefined> =>
  readSecret(passwordFile(dataFolder));

/** Keeps a password in a data folder, whole or not at all. */
export const keepPassword = (dataFolder: string, password: string): Promise<void> =>
  keepSecret(passwordFile(dataFolder), password);

/** What is known of the password of `elastic` before a data folder is started. */
export interface KnownPassword {
  /** `undefined` before the first start was completed */
  readonly kept: string | undefined;
  /** `ELASTIC_PASSWORD` */
  readonly given: string | undefined;
  /** those it may be, the likelier one first */
  readonly likely: readonly [string, ...string[]];
}

/**
 * The passwords that `elastic` may have: the kept one, or the given one in the first start and after
 * someone changed it; else a new one.
 */
export async function knownPassword(
  dataFolder: string,
  given: string | undefined,
): Promise<KnownPassword> {
  const kept = await readPassword(dataFolder);
  const first = kept ?? given ?? generatePassword();
  const likely: [string, ...string[]] =
    given === undefined || given === first ? [first] : [first, given];
  return { kept, given, likely };
}

/** Keeps the password that turned out to be right; says so where it is not the given one. */
export async function settlePassword(
  { kept, given }: KnownPassword,
  { dataFolder, password }: { readonly dataFolder: string; readonly password: string },
  onProgress: (line: string) => void,
): Promise<{ readonly passwordIsNew: boolean }> {
  if (password !== kept) {
    await keepPassword(dataFolder, password);
  }
  if (given !== undefined && given !== password) {
    onProgress(
      'ELASTIC_PASSWORD was not used: it counts in the first start of a data folder only.',
    );
  }
  return { passwordIsNew: kept === undefined && given === undefined };
}

/** A new password of 144 random bits, 24 characters that need no quoting. */
export function generatePassword(): string {
  return randomBytes(18).toString('base64url');
}
