import {
  errors,
  Transport,
  type TransportRequestOptions,
  type TransportRequestParams,
  type TransportResult,
} from '@elastic/elasticsearch';

type TransportOptions = ConstructorParameters<typeof Transport>[0];

/** Attempts after the first one, for requests that only read. */
const READ_RETRIES = 2;

/**
 * A transport whose `requestTimeout` (ms) bounds the whole exchange: all attempts and the last byte
 * of the body, where the client's own only bounds silences. What could change something is sent once
 * and never again, unless a caller asks for it with `maxRetries`.
 * @throws errors.TimeoutError once the time is up; errors.ProductNotSupportedError and
 * errors.DeserializationError also for answers that the client's own transport lets through
 */
export class DeadlineTransport extends Transport {
  readonly #timeout: number;

  constructor(options: TransportOptions) {
    super(options);
    this.#timeout = Number(options.requestTimeout);
  }

  override async request<Result>(
    params: TransportRequestParams,
    options: TransportRequestOptions = {},
  ): Promise<Result> {
    const deadline = new AbortController();
    const timer = setTimeout(
      () => deadline.abort(),
      Number(options.requestTimeout ?? this.#timeout),
    );
    const { signal } = options;
    try {
      const result = await super.request<Result, unknown>(params, {
        maxRetries: params.method === 'GET' || params.method === 'HEAD' ? READ_RETRIES : 0,
        // Waiting between attempts would not end with the deadline.
        retryBackoff: () => 0,
        ...options,
        signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
        meta: true,
      });
      refuseForeign(result);
      // The base class narrows the result by `options.meta`, which a single signature cannot say.
      return (options.meta ? result : result.body) as Result;
    } catch (error) {
      if (deadline.signal.aborted) throw new errors.TimeoutError('Request timed out');
      throw isUnpackingError(error) ? new errors.DeserializationError(error.message, '') : error;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** zlib's errors, which the client's own transport lets through as they are. */
const isUnpackingError = (error: unknown): error is NodeJS.ErrnoException =>
  String((error as NodeJS.ErrnoException).code).startsWith('Z_');

/**
 * Elasticsearch never redirects and always answers in JSON (`true` or `false` stand for an answer to
 * HEAD). Passed on, a proxy's redirect would count as Elasticsearch's yes to any password.
 */
function refuseForeign({ statusCode = 0, body }: TransportResult): void {
  if (statusCode >= 300 && statusCode < 400) {
    throw new errors.ProductNotSupportedError('Elasticsearch');
  }
  if (typeof body !== 'boolean' && (typeof body !== 'object' || body === null)) {
    throw new errors.DeserializationError('No JSON object', '');
  }
}
