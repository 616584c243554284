import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { BoxError } from './box_error.ts';
import { keepSecret, readSecret } from './kept_secret.ts';

/** What a console asks of an encryption key. */
const SHORTEST = 32;

/**
 * The key under which a console encrypts what it stores in this node, kept beside its data; made where
 * there is none yet.
 * @throws BoxError where the file holds something else
 */
export async function encryptionKey(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'console.encryption_key');
  const kept = await readSecret(file);
  if (kept === undefined) {
    const made = randomBytes(32).toString('base64url');
    await keepSecret(file, made);
    return made;
  }
  if (kept.length < SHORTEST) {
    throw new BoxError(
      `${file} holds no encryption key: put back the one that was there, or remove the file and lose what was encrypted with it.`,
    );
  }
  return kept;
}
