import { badRequest } from '@hapi/boom';
import type { Server } from '@hapi/hapi';

/** True for requests that only read, if their route keeps to what HTTP says of their method. */
export const isSafeMethod = (method: string): boolean => method === 'get' || method === 'head';

/**
 * Refuses requests that change something without a header that no other site's page can send. As in
 * Kibana, `kbn-xsrf` with any value or `kbn-version`.
 */
export function requireXsrfHeader(server: Server): void {
  server.ext('onPreAuth', ({ method, headers }, h) => {
    if (isSafeMethod(method) || 'kbn-xsrf' in headers || 'kbn-version' in headers) {
      return h.continue;
    }
    throw badRequest('Request must contain a kbn-xsrf header.');
  });
}
