import { randomUUID } from 'node:crypto';
import { appendFileSync, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesIn } from '../../scripts/canary/look_for_secrets.ts';

/** Where a run keeps what its canary needs; see `scripts/canary`. */
const folder = process.env.TEST_CANARY_DIR;

const append = (file: string, text: string): void => {
  if (folder !== undefined) appendFileSync(join(folder, file), text);
};

/** A secret that must not be found anywhere at the end of the run, and what it is. */
export function rememberSecret(what: string, secret: string): void {
  append('secrets', `${JSON.stringify({ what, secret })}\n`);
}

/** Of keys, in an answer of Elasticsearch or the console. */
export function rememberKeysIn(body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    const isSecret = ['api_key', 'encoded'].includes(name) && typeof value === 'string';
    if (isSecret) rememberSecret(`a key (${name})`, value);
    else rememberKeysIn(value);
  }
}

/** Of an `Authorization` header, e.g. of a background task, whose key nobody else sees. */
export function rememberCredentials(authorization = ''): void {
  const [, scheme, encoded = ''] = /^(Basic|ApiKey) (.+)$/.exec(authorization) ?? [];
  if (scheme === undefined) return;
  const decoded = Buffer.from(encoded, 'base64').toString();
  const name = decoded.split(':', 1)[0] ?? '';
  rememberSecret(`the credentials of ${name}`, encoded);
  rememberSecret(`the secret of ${name}`, decoded.slice(name.length + 1));
}

/** Of a program's arguments, e.g. `--elasticsearch.password=…`. */
export function rememberSettings(args: readonly string[]): void {
  for (const arg of args) {
    const [, name, value = ''] =
      /^--(\S*(?:password|encryptionKey|Token|Secret))=(.*)$/s.exec(arg) ?? [];
    // Made of one letter again and again, it would be found in other things.
    if (name !== undefined && new Set(value).size > 8) rememberSecret(`the setting ${name}`, value);
  }
}

/** What a program or a browser has written, to be searched. */
export const recordWritten = (place: 'output' | 'answers' | 'browser', text: string): void =>
  append(join('written', place, String(process.pid)), `${text}\n`);

/** Elasticsearch keeps these on purpose, for their owner only. */
const KEPT_SECRETS = /\/(elastic\.password|console\.encryption_key)$/;

/**
 * Keeps what a node leaves in its data folder (`path.data=…`), to be searched. It may still be about
 * to end, and delete files.
 */
export function recordData(args: readonly string[]): void {
  const data = args.flatMap((arg) => /^path\.data=(.*)/.exec(arg)?.[1] ?? [])[0];
  if (folder === undefined || data === undefined) return;
  const copy = join(folder, 'written', 'databases', randomUUID());
  mkdirSync(copy);
  for (const [index, file] of filesIn(data).entries()) {
    if (KEPT_SECRETS.test(file)) continue;
    try {
      copyFileSync(file, join(copy, `${index}-${basename(file)}`));
    } catch (error) {
      if (existsSync(file)) throw error;
    }
  }
}
