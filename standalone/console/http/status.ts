import type { Server } from '@hapi/hapi';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';

/** Health checks give up sooner than users do. */
const STATUS_TIMEOUT_MS = 5000;

/**
 * `GET /api/status`, in Kibana's form: 503 while Elasticsearch does not answer. Open to everyone, as
 * load balancers have no credentials.
 */
export function registerStatus(
  server: Server,
  { asInternalUser }: Elasticsearch,
  requestTimeout: number,
): void {
  server.route({
    method: 'GET',
    path: '/api/status',
    options: { auth: false },
    async handler(_request, h) {
      const overall = await asInternalUser.security
        .authenticate({}, { requestTimeout: Math.min(requestTimeout, STATUS_TIMEOUT_MS) })
        .then(() => AVAILABLE, levelAfter);
      const isUp = overall.level === 'available';
      return h.response({ status: { overall } }).code(isUp ? 200 : 503);
    },
  });
}

const AVAILABLE = { level: 'available', summary: 'Elasticsearch answers.' };

/** A refusal is an answer too: without credentials of its own the console gets nothing else. */
function levelAfter(error: unknown): typeof AVAILABLE {
  const failure = elasticsearchFailure(error);
  if (failure === undefined) throw error;
  return failure.statusCode === 503
    ? { level: 'unavailable', summary: failure.message }
    : AVAILABLE;
}
