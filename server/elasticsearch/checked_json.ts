import { createHash } from 'node:crypto';

/** Characters of base64url: nobody meets a checksum of these by chance. */
const SUM_LENGTH = 8;

/**
 * JSON in base64url, with a checksum of it and of the purpose that it serves. That keeps no secret and
 * proves no author: it tells a text that was changed, or is of another purpose.
 */
export function encodeFor(purpose: string, content: unknown): string {
  const json = JSON.stringify(content);
  return Buffer.from(sumOf(purpose, json) + json).toString('base64url');
}

/** The content of a text that `encodeFor` made for this purpose; `undefined` for any other text. */
export function decodeFor(purpose: string, text: string): unknown {
  const json = Buffer.from(text, 'base64url').toString().slice(SUM_LENGTH);
  try {
    const content: unknown = JSON.parse(json);
    return encodeFor(purpose, content) === text ? content : undefined;
  } catch {
    return undefined;
  }
}

const sumOf = (purpose: string, json: string): string =>
  createHash('sha256').update(`${purpose}\n${json}`).digest('base64url').slice(0, SUM_LENGTH);
