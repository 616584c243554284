import type { Request, Server } from '@hapi/hapi';
import { requestId } from '../http/request_id.ts';
import { Deadline } from './deadline.ts';

/** The request of a user for which Elasticsearch is asked. */
export interface UserCall {
  /** Helps to find it in Elasticsearch's logs. */
  readonly requestId: string;
  /** By when its answer has to begin. */
  readonly deadline: Deadline | undefined;
}

const deadlines = new WeakMap<Request, Deadline>();

export const userCall = (request: Request): UserCall => ({
  requestId: requestId(request),
  deadline: deadlines.get(request),
});

/**
 * Limits what Elasticsearch is asked for a request before its answer begins, all together; `ms` is
 * what a single request of Elasticsearch has.
 */
export function limitUserCalls(server: Server, ms: number): void {
  server.ext('onPreHandler', (request, h) => {
    deadlines.set(request, new Deadline(ms));
    return h.continue;
  });
  server.ext('onPreResponse', (request, h) => {
    deadlines.get(request)?.lift();
    return h.continue;
  });
}
