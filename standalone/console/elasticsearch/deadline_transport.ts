import {
  errors,
  Transport,
  type TransportRequestOptions,
  type TransportRequestParams,
} from '@elastic/elasticsearch';

type TransportOptions = ConstructorParameters<typeof Transport>[0];

/** Attempts after the first one, for requests that only read. */
const READ_RETRIES = 2;

/**
 * A transport whose `requestTimeout` (ms) bounds the whole exchange: all attempts and the last byte
 * of the body, where the client's own only bounds silences. What could change something is sent once
 * and never again, unless a caller asks for it with `maxRetries`.
 * @throws errors.TimeoutError once the time is up, besides what the client's own transport throws
 */
export class DeadlineTransport extends Transport {
  readonly #timeout: number;

  constructor(options: TransportOptions) {
    super(options);
    this.#timeout = Number(options.requestTimeout);
  }

  // The base class narrows the result by `options.meta`; passing its promise on keeps that.
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
      return await super.request<Result>(params, {
        maxRetries: params.method === 'GET' || params.method === 'HEAD' ? READ_RETRIES : 0,
        // Waiting between attempts would not end with the deadline.
        retryBackoff: () => 0,
        ...options,
        signal: signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal,
      });
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
