import type { Readable } from 'node:stream';
import type * as t from 'io-ts';
import { complaint, decode, problemText, shownPath } from '../../common/decode.ts';
import type { Route } from '../../common/http_api/route.ts';
import { auditedAnswer, type RouteAudit } from '../audit/route_audit.ts';
import type {
  ElasticsearchClient,
  KibanaRequest,
  KibanaResponse,
  ResponseFactory,
  Router,
  RouteValidator,
} from '../kibana.ts';
import { failureOf } from './request_error.ts';

/** A request that has passed the route's codecs, with Elasticsearch as the current user. */
export interface Call<Params, Query, Body> {
  readonly elasticsearch: ElasticsearchClient;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** As the host knows it. */
  readonly request: KibanaRequest;
  /**
   * Aborts when nobody waits for the answer any more: for requests of Elasticsearch that only read.
   * One that changes something must not be cut, as its outcome would be unknown.
   */
  readonly signal: AbortSignal;
}

/** A text is answered piece by piece. */
type Answer<Response> = Response extends string ? Readable : Response;

interface Answering<Params, Query, Body, Response> {
  /** Told to the host's audit trail. */
  readonly audit: RouteAudit<Call<Params, Query, Body>, Answer<Response>>;
  /** @throws RequestError, or an error of the Elasticsearch client: both are answered as such. */
  readonly answer: (call: Call<Params, Query, Body>) => Promise<Answer<Response>>;
  /** Headers of a 200. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** For answers that carry a secret. */
export const NO_STORE = { 'cache-control': 'no-store' };

/** Registers a route of `common/http_api` with the host. */
export function defineRoute<Params, Query, Body, Response>(
  router: Router,
  route: Route<Params, Query, Body, Response>,
  { audit, answer, headers = {} }: Answering<Params, Query, Body, Response>,
): void {
  router[route.method]<Params, Query, Body>(
    {
      path: route.path,
      validate: {
        params: validator(route.params, 'request params'),
        query: validator(route.query, 'request query'),
        ...(route.method !== 'get' && { body: bodyValidator(route.body) }),
      },
      options: { access: 'public' },
      security: {
        authz: {
          enabled: false,
          reason: 'Elasticsearch decides: the route only passes requests on as the current user',
        },
      },
    },
    async (context, request, response) => {
      const { params, query, body, events } = request;
      const { elasticsearch: host, security } = await context.core;
      const elasticsearch = host.client.asCurrentUser;
      const signal = signalOf(events);
      const call = { elasticsearch, params, query, body, request, signal };
      try {
        const answered = await auditedAnswer(audit, call, answer, security?.audit.logger);
        return response.ok({ body: answered, headers });
      } catch (error) {
        return failed(error, response);
      }
    },
  );
}

function signalOf({ aborted$ }: KibanaRequest['events']): AbortSignal {
  const aborted = new AbortController();
  aborted$.subscribe(() => aborted.abort());
  return aborted.signal;
}

const validator =
  <A>(codec: t.Type<A, unknown>, where: string): RouteValidator<A> =>
  (input, { ok, badRequest }) => {
    const decoded = decode(codec, input);
    if (decoded.ok) return ok(decoded.value);
    const [first, ...others] = decoded.problems;
    const messages = [
      ...(first ? [complaint(first)] : []),
      ...others.map((problem) => problemText(where, problem)),
    ];
    return badRequest(new Error(messages.join('; ')), first && shownPath(first));
  };

/** Kibana gives `null` for an empty body. */
function bodyValidator<A>(codec: t.Type<A, unknown>): RouteValidator<A> {
  const validate = validator(codec, 'request body');
  return (input, result) => validate(input ?? undefined, result);
}

/** The one place where a failure becomes a response; an error of our own is left to the host. */
function failed(error: unknown, response: ResponseFactory): KibanaResponse {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  const { statusCode, message, headers = {}, attributes } = failure;
  return response.customError({
    statusCode,
    headers,
    body: { message, ...(attributes && { attributes }) },
  });
}
