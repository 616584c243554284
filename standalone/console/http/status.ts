import type { Request, Server } from '@hapi/hapi';
import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import type { Background } from '../background.ts';
import { authenticatedUser } from '../elasticsearch/authenticated_user.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';
import type { ServiceStatus } from '../service_status.ts';
import { callerOf, currentUserClient } from '../session/authentication.ts';

interface StatusParts {
  readonly elasticsearch: Elasticsearch;
  readonly background: Pick<Background, 'status'>;
  /** In ms. */
  readonly requestTimeout: number;
}

/** Health checks give up sooner than users do. */
const LONGEST_CHECK_MS = 5000;

/**
 * `GET /api/status`, in Kibana's form: 503 while Elasticsearch does not answer. Open to everyone, as
 * load balancers have no credentials; they are told the level and nothing else.
 */
export function registerStatus(server: Server, parts: StatusParts): void {
  const { asInternalUser } = parts.elasticsearch;
  const requestTimeout = Math.min(parts.requestTimeout, LONGEST_CHECK_MS);
  server.route({
    method: 'GET',
    path: '/api/status',
    options: { auth: { mode: 'try' } },
    async handler(request, h) {
      const elasticsearch = await authenticatedUser(asInternalUser, { requestTimeout }).then(
        () => ANSWERS,
        statusAfter,
      );
      const background = parts.background.status();
      const overall = overallOf(elasticsearch, background);
      const isUp = overall.level !== 'unavailable';
      const status = (await isForUser(request, parts.elasticsearch, isUp))
        ? { overall, core: { elasticsearch }, plugins: { taskManager: background } }
        : { overall: { level: overall.level } };
      return h.response({ status }).code(isUp ? 200 : 503);
    },
  });
}

const ANSWERS: ServiceStatus = { level: 'available', summary: 'Elasticsearch answers.' };

/** A refusal is an answer too: without credentials of its own the console gets nothing else. */
function statusAfter(error: unknown): ServiceStatus {
  const failure = elasticsearchFailure(error);
  if (failure === undefined) throw error;
  return failure.statusCode === 503 ? { level: 'unavailable', summary: failure.message } : ANSWERS;
}

/** Without background tasks the console can do all else, so it is not to be taken out of service. */
function overallOf(elasticsearch: ServiceStatus, background: ServiceStatus): ServiceStatus {
  if (elasticsearch.level !== 'available') return elasticsearch;
  return background.level === 'available'
    ? { level: 'available', summary: 'All services work.' }
    : { level: 'degraded', summary: background.summary };
}

/** A session was checked when it began; what a header says only Elasticsearch can check. */
async function isForUser(
  request: Request,
  elasticsearch: Elasticsearch,
  isUp: boolean,
): Promise<boolean> {
  const caller = callerOf(request);
  if (caller?.session !== undefined) return true;
  if (caller === undefined || !isUp) return false;
  await authenticatedUser(currentUserClient(request, elasticsearch));
  return true;
}
