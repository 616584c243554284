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

interface Input {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: KibanaRequest['headers'];
  /** Tells that the client has hung up. */
  readonly hungUp?: AbortSignal;
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
  { params = {}, query = {}, body, headers = {}, hungUp }: Input = {},
): Promise<Answer> {
  const [route] = registeredBy(define);
  if (route === undefined) throw new Error('No route was registered');
  const { validate } = route.config;
  const wrong: string[] = [];
  const validated = (validator: RouteValidator<unknown> | undefined, input: unknown) => {
    const { value, error } = validator?.(input, RESULT) ?? {};
    if (error !== undefined) wrong.push(error.message);
    return value;
  };
  const request = {
    params: validated(validate.params, params),
    query: validated(validate.query, query),
    body: validated(validate.body, body),
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
  const core = Promise.resolve({ elasticsearch: { client: { asCurrentUser: elasticsearch } } });
  const { status, payload, options } = await route.handler({ core }, request, RESPONSE);
  return { status, headers: options.headers ?? {}, body: payload };
}

const RESULT = {
  ok: <T>(value: T) => ({ value }),
  badRequest: (error: Error) => ({ error }),
};

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
