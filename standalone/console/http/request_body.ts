import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { MIMEType } from 'node:util';
import { badRequest, entityTooLarge, unsupportedMediaType } from '@hapi/boom';
import type { Request } from '@hapi/hapi';
import { isJsonObject } from '../../../common/exact.ts';

/** hapi only hands the bytes over: what they mean is decided here, with our own messages. */
export const RAW_BODY = { parse: false, output: 'stream' } as const;

/** No honest body comes near; deeper ones would overflow the stack of whoever walks them. */
const MAX_DEPTH = 200;

/**
 * The JSON of a request whose route takes `RAW_BODY`; `undefined` where the body is empty.
 * @throws Boom 413 for more bytes than the route takes, 415 for another content type or any
 * content encoding, 400 for what is not UTF-8 or not JSON
 */
export async function jsonBody({ payload, raw, route }: Request): Promise<unknown> {
  const { headers } = raw.req;
  // A few packed bytes can hold gigabytes, and nobody needs to pack a megabyte.
  if (!['identity', undefined].includes(headers['content-encoding'])) {
    throw unsupportedMediaType('[request body]: expected no content-encoding');
  }
  const maxBytes = route.settings.payload?.maxBytes ?? 0;
  const bytes = await bytesOf(payload as Readable, maxBytes);
  if (bytes.length === 0) return undefined;
  refuseOtherTypes(headers['content-type']);
  const body = parsed(decoded(bytes));
  // A plugin takes it for none at all, as that is what Kibana gives for an empty body.
  if (body === null) throw badRequest('[request body]: expected an object, got null');
  refuseDangerous(body);
  return body;
}

function contentType(header = ''): MIMEType | undefined {
  try {
    return new MIMEType(header);
  } catch {
    return undefined;
  }
}

function refuseOtherTypes(header: string | undefined): void {
  const type = contentType(header);
  const charset = type?.params.get('charset') ?? 'utf-8';
  if (type?.essence === 'application/json' && charset.toLowerCase() === 'utf-8') return;
  throw unsupportedMediaType(
    `[request body]: expected content-type application/json in UTF-8, got ${type ?? 'none'}`,
  );
}

/**
 * Reads a body to its end, also where it is too long: a client that is still sending may see its
 * connection reset otherwise, and no answer.
 */
async function bytesOf(body: Readable, maxBytes: number): Promise<Buffer> {
  // Not a list of chunks: a million of one byte each would take a hundred times as much.
  let bytes: Buffer = Buffer.alloc(0);
  let size = 0;
  body.on('data', (chunk: Buffer) => {
    if (size + chunk.length <= maxBytes) {
      bytes = withRoom(bytes, size + chunk.length);
      chunk.copy(bytes, size);
    }
    size += chunk.length;
  });
  await finished(body, { writable: false }).catch(() => {
    throw badRequest('[request body]: expected all of it, got a part');
  });
  if (size <= maxBytes) return bytes.subarray(0, size);
  throw entityTooLarge(`[request body]: expected at most ${maxBytes} bytes, got ${size}`);
}

const withRoom = (bytes: Buffer, length: number): Buffer =>
  bytes.length >= length ? bytes : Buffer.concat([bytes], Math.max(length, 2 * bytes.length));

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('[request body]: expected UTF-8, got other bytes');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not in the engine's words: they quote the body, which may hold a secret.
    throw badRequest('[request body]: expected JSON, got other text');
  }
}

/** As Kibana, lets no key through by which a careless merge could reach an object's prototype. */
function refuseDangerous(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw badRequest(`[request body]: expected at most ${MAX_DEPTH} levels, got more`);
    }
    const next: unknown[] = [];
    for (const node of level) {
      if (typeof node !== 'object' || node === null) continue;
      if (reachesPrototype(node)) {
        throw badRequest(
          '[request body]: expected no keys "__proto__" and "constructor.prototype"',
        );
      }
      for (const child of Object.values(node)) next.push(child);
    }
    level = next;
  }
}

function reachesPrototype(node: object): boolean {
  if (Object.hasOwn(node, '__proto__')) return true;
  const inner = Object.getOwnPropertyDescriptor(node, 'constructor')?.value;
  return isJsonObject(inner) && Object.hasOwn(inner, 'prototype');
}
