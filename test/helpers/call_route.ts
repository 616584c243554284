import { errors } from '@elastic/elasticsearch';
import type {
  ElasticsearchClient,
  KibanaRequest,
  KibanaResponse,
  RequestHandler,
  ResponseFactory,
  RouteConfig,
  Router,
  RouteValidator,
} from '../../server/kibana.ts';
import type { AuditEvent, AuditLogger } from '../../server/kibana_audit.ts';

type Security = Partial<Record<keyof ElasticsearchClient['security'], unknown>>;

/** An Elasticsearch client of which only these calls of `security` exist. */
export const clientWith = (security: Security) => ({ security }) as unknown as ElasticsearchClient;

/** An answer of Elasticsearch that is a failure. */
export const refusal = (statusCode: number, type: string, reason: string) =>
  new errors.ResponseError({
    statusCode,
    body: { error: { type, reason, root_cause: [] }, status: statusCode },
    headers: {},
    warnings: null,
    meta: {},
  } as unknown as ConstructorParameters<typeof errors.ResponseError>[0]);

interface Registered {
  readonly method: string;
  readonly config: RouteConfig<unknown, unknown, unknown>;
  readonly handler: RequestHandler<unknown, unknown, unknown>;
}

/** Everything that a plugin registers with a router. */
export function registeredBy(define: (router: Router) => void): Registered[] {
  const routes: Registered[] = [];
  const register = (method: string) => (config: unknown, handler: unknown) => {
    routes.push({ method, config, handler } as Registered);
  };
  define({ get: register('get'), post: register('post'), put: register('put') });
  return routes;
}

type Validator = RouteValidator<unknown>;

interface Input {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: KibanaRequest['headers'];
  /** Tells that the client has hung up. */
  readonly hungUp?: AbortSignal;
  /** Gets what the audit trail is told; the host has none without it. */
  readonly audit?: AuditEvent[];
}
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Sends a request through the one route that `define` registers, as a host does. */
export async function callRoute(
  define: (router: Router) => void,
  elasticsearch: ElasticsearchClient,
  { params = {}, query = {}, body, headers = {}, hungUp, audit }: Input = {},
): Promise<Answer> {
  const [route] = registeredBy(define);
  if (route === undefined) throw new Error('No route was registered');
  const { validate } = route.config;
  const wrong: string[] = [];
  const validated = (where: string, validator: Validator | undefined, input: unknown) =>
    validator?.(input, {
      ok: (value) => ({ value }),
      badRequest(error, path = []) {
        wrong.push(`[${[where, ...path].join('.')}]: ${error.message}`);
        return { error };
      },
    }).value;
  const request = {
    params: validated('request params', validate.params, params),
    query: validated('request query', validate.query, query),
    body: validated('request body', validate.body, body),
    headers,
    events: {
      aborted$: {
        subscribe(next: () => void) {
          hungUp?.addEventListener('abort', next);
          return { unsubscribe: () => hungUp?.removeEventListener('abort', next) };
        },
      },
    },
  } as KibanaRequest;
  if (wrong.length > 0) return { status: 400, headers: {}, body: { message: wrong.join() } };
  const core = Promise.resolve({
    elasticsearch: { client: { asCurrentUser: elasticsearch } },
    ...(audit && { security: { audit: { logger: recordingIn(audit) } } }),
  });
  const { status, payload, options } = await route.handler({ core }, request, RESPONSE);
  return { status, headers: options.headers ?? {}, body: payload };
}

/** An audit trail that a test can read. */
export const recordingIn = (events: AuditEvent[]): AuditLogger => ({
  log: (event) => events.push(event),
});

const RESPONSE: ResponseFactory = {
  ok: ({ headers = {}, body } = {}): KibanaResponse => ({
    status: 200,
    payload: body,
    options: { headers },
  }),
  customError: ({ statusCode, headers = {}, body }): KibanaResponse => ({
    status: statusCode,
    payload: body,
    options: { headers },
  }),
};
