import type { IncomingMessage } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Server } from '@hapi/hapi';

/**
 * Lets a body that nobody reads come in before the answer goes out: a client that is still sending
 * may otherwise see its connection reset, and no answer. Node ends what takes longer than
 * `server.payloadTimeout`.
 */
export function takeInUnreadBodies(server: Server): void {
  server.ext('onPreResponse', async ({ raw: { req } }, h) => {
    if (isComing(req)) await finished(req.resume(), { writable: false }).catch(() => {});
    return h.continue;
  });
}

/** A client that asks first (`Expect: 100-continue`) sends nothing to whoever refuses. */
const isComing = (req: IncomingMessage): boolean =>
  !req.complete && !req.destroyed && req.headers.expect === undefined;
