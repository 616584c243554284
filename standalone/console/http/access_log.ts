import type { IncomingMessage } from 'node:http';
import type { Request, Server } from '@hapi/hapi';
import type { EcsFields, EcsLogger } from '../logging.ts';
import { requestFields } from './request_fields.ts';

/** What a page loads, and what asks again and again whether the console is there. */
const FREQUENT = /^\/(assets|bundles)\/|^\/api\/status$/;

/** Logs every request that has been answered, or given up: one line each. */
export function logRequests(server: Server, log: EcsLogger): void {
  // A connection counts on from one request to the next.
  const sentBefore = new WeakMap<IncomingMessage, number>();
  server.listener.on('request', (req: IncomingMessage) =>
    sentBefore.set(req, req.socket.bytesWritten),
  );
  server.events.on('response', (request) => {
    const { req } = request.raw;
    const bytes = req.socket.bytesWritten - (sentBefore.get(req) ?? 0);
    const say = FREQUENT.test(request.path) ? log.debug : log.info;
    say(...accessEntry(request, bytes, Date.now()));
  });
}

/** `bytes` of head and body that were sent; `now` in ms since epoch. */
function accessEntry(request: Request, bytes: number, now: number): [string, EcsFields] {
  const { method, path, info, raw } = request;
  const isGivenUp = !raw.res.writableFinished;
  const { statusCode } = raw.res;
  const ms = now - info.received;
  const { http, ...fields } = requestFields(request);
  return [
    `${method.toUpperCase()} ${path} ${isGivenUp ? 'given up' : statusCode} ${ms}ms`,
    {
      ...fields,
      http: { ...http, response: { bytes, ...(!isGivenUp && { status_code: statusCode }) } },
      event: {
        kind: 'event',
        category: ['web'],
        type: ['access'],
        outcome: isGivenUp ? 'unknown' : statusCode < 400 ? 'success' : 'failure',
        duration: ms * 1e6,
      },
    },
  ];
}
