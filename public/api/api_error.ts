interface Details {
  readonly statusCode?: number;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly retryAfterMs?: number;
}

/** A call of the HTTP API that failed. `message` is fit for the reader. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** Absent where no answer came: what was asked for may or may not have happened. */
  readonly statusCode: number | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** How long the server asks to wait before the same is tried again, in ms. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, { statusCode, attributes = {}, retryAfterMs }: Details = {}) {
    super(message);
    this.statusCode = statusCode;
    this.attributes = attributes;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Whether what was asked for may have been done all the same. A refusal (4xx) rules that out, and so
 * does the server where it knows.
 */
export const mayHaveWorked = (error: unknown): boolean => {
  if (!(error instanceof ApiError)) return true;
  const { statusCode, attributes } = error;
  return attributes.outcome !== 'failure' && (statusCode === undefined || statusCode >= 500);
};
