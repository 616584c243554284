import { badRequest, unsupportedMediaType } from '@hapi/boom';
import type { Request } from '@hapi/hapi';
import { isJsonObject } from '../../../common/exact.ts';

/** hapi only collects the bytes: what they mean is decided here, with our own messages. */
export const RAW_BODY = { parse: 'gunzip', output: 'data' } as const;

/** No honest body comes near; deeper ones would overflow the stack of whoever walks them. */
const MAX_DEPTH = 200;

/**
 * The JSON of a request whose route collects `RAW_BODY`; `undefined` where the body is empty.
 * @throws Boom 415 for another content type, 400 for what is not UTF-8 or not JSON
 */
export function jsonBody({ payload, raw }: Request): unknown {
  if (!Buffer.isBuffer(payload) || payload.length === 0) return undefined;
  const [type = ''] = (raw.req.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw unsupportedMediaType(
      `[request body]: expected content-type application/json, got ${type.trim() || 'none'}`,
    );
  }
  const body = parsed(decoded(payload));
  refuseDangerous(body);
  return body;
}

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
