import { randomUUID } from 'node:crypto';
import type { Request, Server } from '@hapi/hapi';

/** Headers by which proxies and programs name a request, the former winning over the latter. */
const GIVEN_IN = ['x-request-id', 'x-opaque-id'];

/** What can neither break a log line nor a header, and is short enough for both. */
const USABLE = /^[\w.:-]{1,64}$/;

const ids = new WeakMap<Request, string>();

/**
 * The id of a request in logs, in the audit trail, in its answer and at Elasticsearch: the one that
 * it came with, where that is 1–64 letters, digits or `_ . : -`, else a random one. Who asks may
 * choose it, so it finds a request and proves nothing.
 */
export function requestId(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const id = givenId(request) ?? randomUUID();
  ids.set(request, id);
  return id;
}

function givenId({ raw }: Request): string | undefined {
  for (const name of GIVEN_IN) {
    const given = raw.req.headers[name];
    if (typeof given === 'string' && USABLE.test(given)) return given;
  }
  return undefined;
}

/** Tells the id in every answer, as `x-request-id`. Call it before what may refuse a request. */
export function answerWithRequestId(server: Server): void {
  server.ext('onRequest', (request, h) => {
    request.raw.res.setHeader('x-request-id', requestId(request));
    return h.continue;
  });
}
