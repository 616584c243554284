import { Readable } from 'node:stream';
import { API_PREFIX } from '../../../common/http_api/route.ts';
import type {
  CustomErrorOptions,
  KibanaRequest,
  KibanaResponse,
  RequestHandler,
  RequestHandlerContext,
  ResponseOptions,
  RouteConfig,
  Router,
  RouteValidator,
} from '../../../server/index.ts';
import { allowOnly, strict } from './strict.ts';

type Config = RouteConfig<unknown, unknown, unknown>;
type Handler = RequestHandler<unknown, unknown, unknown>;

export interface RegisteredRoute {
  readonly method: string;
  readonly config: Config;
  readonly handler: Handler;
}

export interface Sent {
  readonly params?: object;
  readonly query?: object;
  readonly body?: object;
}
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** `post /keys/{id}/_rotate`, without the prefix of the HTTP API. */
export const nameOf = ({ method, config }: RegisteredRoute): string =>
  `${method} ${config.path.replace(API_PREFIX, '')}`;

/** Kibana's router: it takes what Kibana takes, and hands over requests in the form that Kibana does. */
export function fakeRouter(contextOf: () => RequestHandlerContext) {
  const routes: RegisteredRoute[] = [];
  const register = (method: string) => (config: Config, handler: Handler) => {
    checkRoute(method, config);
    if (routes.some((other) => other.method === method && other.config.path === config.path))
      throw new Error(`New route ${config.path} conflicts with existing ${config.path}`);
    routes.push({ method, config, handler });
  };
  return {
    routes,
    router: strict('router', {
      get: register('get'),
      post: register('post'),
      put: register('put'),
    } as unknown as Router),
    /** Calls the route of this name. */
    async call(name: string, sent: Sent = {}): Promise<Answered> {
      const route = routes.find((registered) => nameOf(registered) === name);
      if (route === undefined) throw new Error(`Kibana has no route ${name}`);
      const request = kibanaRequest(route, sent);
      if ('refused' in request) return { status: 400, body: request.refused, headers: {} };
      const answer = await route.handler(contextOf(), request, RESPONSES);
      if (!MADE_HERE.has(answer)) throw new Error('Expected a response of the response factory');
      return { status: answer.status, body: answer.payload, headers: answer.options.headers ?? {} };
    },
  };
}

function checkRoute(method: string, config: Config): void {
  const name = `The route ${method} ${config.path}`;
  const { path, validate, options, security } = config;
  allowOnly(name, config, ['path', 'validate', 'options', 'security']);
  if (!path.startsWith('/')) throw new Error(`${name} does not begin with "/"`);
  if (validate === undefined) throw new Error(`${name} does not have a 'validate' specified`);
  allowOnly(`${name}'s validate`, validate, ['params', 'query', 'body']);
  for (const validator of Object.values(validate))
    if (typeof validator !== 'function') throw new Error(`${name} has an invalid validator`);
  allowOnly(`${name}'s options`, options, ['access', 'body', 'tags', 'timeout', 'summary']);
  if (!['public', 'internal'].includes(options.access)) throw new Error(`${name} has no access`);
  if (method === 'get' && (validate.body ?? options.body) !== undefined)
    throw new Error(`${name} has a body`);
  checkAuthz(name, security.authz);
}

/** Either the privileges that are required, or a reason why none are. */
function checkAuthz(name: string, authz: object): void {
  const keys = Object.keys(authz).sort().join();
  const { enabled, reason = '' } = authz as { enabled?: unknown; reason?: string };
  const isOptedOut = keys === 'enabled,reason' && enabled === false && reason !== '';
  if (!isOptedOut && keys !== 'requiredPrivileges')
    throw new Error(`${name} has no valid security.authz`);
}

function kibanaRequest(
  { config: { validate } }: RegisteredRoute,
  { params = {}, query = {}, body }: Sent,
): KibanaRequest | { readonly refused: string } {
  try {
    return strict('request', {
      params: validated('request params', validate.params, params),
      query: validated('request query', validate.query, query),
      // hapi gives `null` for an empty body.
      body: validate.body ? validated('request body', validate.body, body ?? null) : {},
      headers: Object.freeze({ authorization: 'Basic YW5uOmFubg==' }),
      events: { aborted$: { subscribe: () => ({ unsubscribe() {} }) } },
    });
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

function validated<T>(where: string, validator: RouteValidator<T>, input: unknown): T {
  const { value } = validator(input, {
    ok: (value) => ({ value }),
    badRequest(error, path = []) {
      throw new Error(`[${[where, ...path].join('.')}]: ${error.message}`);
    },
  });
  return value as T;
}

const MADE_HERE = new WeakSet<KibanaResponse>();

function made(status: number, payload: unknown, given: ResponseOptions): KibanaResponse {
  const response = { status, payload, options: { headers: { ...given.headers } } };
  MADE_HERE.add(response);
  return response;
}

const RESPONSES = strict('response factory', {
  ok(options: ResponseOptions = {}) {
    allowOnly('A response', options, ['headers', 'body']);
    if (options.body instanceof Readable && options.body.readableObjectMode)
      throw new Error('Cannot reply with a stream in object mode');
    return made(200, options.body, options);
  },
  customError(options: CustomErrorOptions) {
    const { statusCode, body } = options;
    allowOnly('An error', options, ['statusCode', 'headers', 'body']);
    allowOnly("An error's body", body, ['message', 'attributes']);
    if (statusCode < 400 || statusCode >= 600)
      throw new Error(`Unexpected Http status code. Expected from 400 to 599, got ${statusCode}`);
    if (body.message === '') throw new Error('Expected an error message');
    return made(statusCode, body, options);
  },
});
