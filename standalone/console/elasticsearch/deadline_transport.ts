import {
  errors,
  Transport,
  type TransportRequestOptions,
  type TransportRequestParams,
  type TransportResult,
} from '@elastic/elasticsearch';
import { realTime } from '../time.ts';
import { Deadline } from './deadline.ts';
import { errorType } from './error_type.ts';
import { pauseBeforeRetry } from './retry.ts';

type TransportOptions = ConstructorParameters<typeof Transport>[0];

/** Attempts after the first one, for requests that only read, as their method tells. */
const READ_RETRIES = 2;

/**
 * A transport whose `requestTimeout` (ms) bounds the whole exchange: all attempts, the pauses between
 * them and the last byte of the body, where the client's own only bounds silences. A `deadline` in
 * the client's `context` bounds it too. What could change something is sent once and never again, unless
 * a caller asks for it with `maxRetries`.
 * @throws errors.TimeoutError once the time is up; errors.ProductNotSupportedError and
 * errors.DeserializationError also for answers that the client's own transport lets through
 */
export class DeadlineTransport extends Transport {
  readonly #timeout: number;
  readonly #deadline: Deadline | undefined;

  constructor(options: TransportOptions) {
    super(options);
    this.#timeout = Number(options.requestTimeout);
    const deadline: unknown = options.context?.deadline;
    this.#deadline = deadline instanceof Deadline ? deadline : undefined;
  }

  override async request<Result>(
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<Result> {
    const timeout = Math.min(
      Number(options.requestTimeout ?? this.#timeout),
      this.#deadline?.left() ?? Number.POSITIVE_INFINITY,
    );
    if (timeout <= 0) throw timedOut();
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), timeout);
    const signal = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
    try {
      const result = await this.#untilItWorks<Result>(params, { ...options, signal }, timeout);
      // The base class narrows the result by `options.meta`, which a single signature cannot say.
      return (options.meta ? result : result.body) as Result;
    } catch (error) {
      if (!end.signal.aborted) throw error;
      this.#countAsDead(error);
      throw timedOut();
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tries again while that is allowed, may help and fits into `timeout` (ms). */
  async #untilItWorks<Result>(
    params: TransportRequestParams,
    options: TransportRequestOptions & { readonly signal: AbortSignal },
    timeout: number,
  ): Promise<TransportResult<Result>> {
    const end = performance.now() + timeout;
    const { signal } = options;
    const reads = params.method === 'GET' || params.method === 'HEAD';
    const { maxRetries = reads ? READ_RETRIES : 0 } = options;
    for (let attempts = 1; ; attempts++) {
      try {
        return await this.#sendOnce<Result>(params, options);
      } catch (error) {
        const hosts = this.connectionPool.size;
        const left = end - performance.now();
        const failed = { error, attempts, maxRetries, hosts, left };
        const pause = pauseBeforeRetry(failed, Math.random());
        if (pause === undefined || signal.aborted) throw error;
        await realTime.sleep(pause, signal);
      }
    }
  }

  async #sendOnce<Result>(
    params: TransportRequestParams,
    options: TransportRequestOptions,
  ): Promise<TransportResult<Result>> {
    try {
      const once = { ...options, maxRetries: 0, meta: true as const };
      const result = await super.request<Result, unknown>(params, once);
      refuseForeign(result);
      return result as TransportResult<Result>;
    } catch (error) {
      if (isUnpackingError(error)) throw new errors.DeserializationError(error.message, '');
      if (isForeignRefusal(error)) throw notElasticsearch();
      throw error;
    }
  }

  /** A host that keeps silent: the client itself only counts one that ends a connection. */
  #countAsDead(error: unknown): void {
    if (!(error instanceof errors.RequestAbortedError)) return;
    // The error only has a copy of it.
    const { connections } = this.connectionPool;
    const silent = connections.find(({ id }) => id === error.meta?.meta.connection?.id);
    if (silent) this.connectionPool.markDead(silent);
  }
}

const timedOut = () => new errors.TimeoutError('Request timed out');
const notElasticsearch = () => new errors.ProductNotSupportedError('Elasticsearch');

/** zlib's errors, which the client's own transport lets through as they are. */
const isUnpackingError = (error: unknown): error is NodeJS.ErrnoException =>
  String((error as NodeJS.ErrnoException).code).startsWith('Z_');

/**
 * Elasticsearch says who it is, though not where its security refuses a request: there only the type
 * of the error tells. Passed on, the 401 of something else would end a user's session.
 */
const isForeignRefusal = (error: unknown): boolean =>
  error instanceof errors.ResponseError &&
  Number(error.statusCode) < 500 &&
  error.headers?.['x-elastic-product'] !== 'Elasticsearch' &&
  errorType(error) === undefined;

/**
 * Elasticsearch never redirects and always answers with a JSON object (`true` or `false` stand for an
 * answer to HEAD). Passed on, a proxy's redirect would count as Elasticsearch's yes to any password.
 */
function refuseForeign({ statusCode = 0, body }: TransportResult): void {
  if (statusCode >= 300 && statusCode < 400) throw notElasticsearch();
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  if (typeof body !== 'boolean' && !isObject)
    throw new errors.DeserializationError('No JSON object', '');
}
