import { isJsonObject } from './exact.ts';

/** A failure of Elasticsearch, as the HTTP API and the console answer it. */
export interface ElasticsearchFailure {
  readonly statusCode: number;
  readonly message: string;
  /** `retry-after`, in seconds, where trying again makes sense. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What to answer for an error of @elastic/elasticsearch, or `undefined` for an error of our own.
 * Elasticsearch's 4xx pass through with its reason; whatever kept Elasticsearch from answering, or
 * answered in its place, is a 503. Goes by names and shapes, as Kibana brings its own copy of the
 * client and with it other classes.
 */
export function elasticsearchFailure(error: unknown): ElasticsearchFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = UNANSWERED[error.name];
  if (cause !== undefined) return unavailable(cause);
  return error.name === 'ResponseError' ? answered(error as unknown as ErrorResponse) : undefined;
}

/** @elastic/transport's errors for an exchange that gave no usable answer. */
const UNANSWERED: Readonly<Record<string, string>> = {
  ConnectionError: 'Elasticsearch cannot be reached, or it closed the connection',
  NoLivingConnectionsError: 'Elasticsearch cannot be reached',
  TimeoutError: 'Elasticsearch did not answer in time',
  RequestAbortedError: 'The request to Elasticsearch was cancelled',
  DeserializationError: 'Elasticsearch sent an answer that cannot be read',
  ProductNotSupportedError: 'What answers at the address of Elasticsearch is not Elasticsearch',
  // Our own.
  UnexpectedAnswer: 'Elasticsearch sent an answer that is not what it was asked for',
};

interface ErrorResponse {
  readonly statusCode?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
}

function answered({ statusCode = 0, body, headers = {} }: ErrorResponse): ElasticsearchFailure {
  const reason = reasonOf(body);
  const { 'retry-after': retryAfter } = headers;
  const given = typeof retryAfter === 'string' ? { 'retry-after': retryAfter } : undefined;
  if (reason === undefined) return unavailable(UNANSWERED.ProductNotSupportedError, given);
  if (statusCode < 400 || statusCode >= 500)
    return unavailable(`Elasticsearch failed: ${reason}`, given);
  return { statusCode, message: reason, ...(given && { headers: given }) };
}

const unavailable = (message = '', headers = { 'retry-after': '5' }): ElasticsearchFailure => ({
  statusCode: 503,
  message: `${message}. Try again in a few seconds.`,
  headers,
});

/** Whether this is the error of a request that cannot have reached Elasticsearch. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'NoLivingConnectionsError' ||
    (error.name === 'ConnectionError' && NOT_CONNECTED.test(error.message)));

/** The client tells of its connection in words only: Node's codes, undici's and OpenSSL's sentences. */
const NOT_CONNECTED = new RegExp(
  [
    '\\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\\b',
    // A name with several addresses, none of which could be reached: Node gives no reason.
    '^connection failed \\(',
    '^Connect Timeout Error',
    'certificate',
    'wrong version number',
  ].join('|'),
);

/** The innermost reason of Elasticsearch's error body: it names the place, the outer ones do not. */
function reasonOf(body: unknown): string | undefined {
  if (!isJsonObject(body)) return undefined;
  const { error } = body;
  if (typeof error === 'string') return error;
  if (!isJsonObject(error) || typeof error.type !== 'string') return undefined;
  let innermost = error;
  for (let cause = causeOf(error); cause !== undefined; cause = causeOf(cause)) innermost = cause;
  return typeof innermost.reason === 'string' ? innermost.reason : String(innermost.type);
}

/** A search that failed on all shards has its cause only at the shards. */
function causeOf({ caused_by, failed_shards }: Record<string, unknown>) {
  if (isJsonObject(caused_by)) return caused_by;
  const shard: unknown = Array.isArray(failed_shards) ? failed_shards[0] : undefined;
  return isJsonObject(shard) && isJsonObject(shard.reason) ? shard.reason : undefined;
}
