import { badRequest } from '@hapi/boom';
import type { Request, ResponseObject, ResponseToolkit, Server } from '@hapi/hapi';
import type {
  KibanaRequest,
  KibanaResponse,
  RequestHandler,
  RequestHandlerContext,
  ResponseFactory,
  RouteConfig,
  Router,
  RouteValidator,
} from '../../../server/index.ts';
import { errorBody } from './errors.ts';
import { jsonBody, RAW_BODY } from './request_body.ts';

/** Kibana's router on hapi. `contextOf` makes what a handler may use for the one who asks. */
export function createRouter(
  server: Server,
  contextOf: (request: Request) => RequestHandlerContext,
): Router {
  const register =
    (method: 'get' | 'post' | 'put') =>
    <Params, Query, Body>(
      config: RouteConfig<Params, Query, Body>,
      handler: RequestHandler<Params, Query, Body>,
    ) =>
      server.route({
        method,
        path: config.path,
        options: method === 'get' ? {} : { payload: { ...RAW_BODY, ...config.options.body } },
        handler: async (request, h) =>
          reply(
            h,
            await handler(contextOf(request), await kibanaRequest(request, config), responses),
          ),
      });
  return { get: register('get'), post: register('post'), put: register('put') };
}

async function kibanaRequest<Params, Query, Body>(
  request: Request,
  { validate }: RouteConfig<Params, Query, Body>,
): Promise<KibanaRequest<Params, Query, Body>> {
  const { req, res } = request.raw;
  const shown: KibanaRequest<Params, Query, Body> = {
    params: validated(validate.params, request.params, 'request params'),
    query: validated(validate.query, request.query, 'request query'),
    // Kibana gives a route without a validator no body, whatever was sent.
    body: (validate.body &&
      validated(validate.body, await jsonBody(request), 'request body')) as Body,
    headers: req.headers,
    events: {
      aborted$: {
        subscribe(next) {
          const closed = () => res.writableFinished || next();
          res.once('close', closed);
          return { unsubscribe: () => res.off('close', closed) };
        },
      },
    },
  };
  rawRequests.set(shown, request);
  return shown;
}

const rawRequests = new WeakMap<KibanaRequest, Request>();

/**
 * The request behind what a plugin was shown of it.
 * @throws Error for an object that does not come from this router
 */
export function rawRequest(shown: KibanaRequest): Request {
  const request = rawRequests.get(shown);
  if (request === undefined) throw new Error('Expected a request that the console has received');
  return request;
}

function validated<T>(validator: RouteValidator<T>, input: unknown, where: string): T {
  const { value } = validator(input, {
    ok: (value) => ({ value }),
    badRequest({ message }, path = []) {
      throw badRequest(`[${[where, ...path].join('.')}]: ${message}`);
    },
  });
  return value as T;
}

const responses: ResponseFactory = {
  ok: ({ headers, body } = {}) => ({
    status: 200,
    payload: body,
    options: { ...(headers && { headers }) },
  }),
  customError: ({ statusCode, headers, body: { message, attributes } }) => ({
    status: statusCode,
    payload: errorBody(statusCode, message, attributes),
    options: { ...(headers && { headers }) },
  }),
};

function reply(
  h: ResponseToolkit,
  { status, payload, options: { headers = {} } }: KibanaResponse,
): ResponseObject {
  const response = h.response(payload as object | undefined).code(status);
  for (const [name, value] of Object.entries(headers)) response.header(name, value);
  return response;
}
