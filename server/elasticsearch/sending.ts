/** How a request of Elasticsearch that only reads may be made. */
export interface Reading {
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** For what only reads: it may be sent again, e.g. when the connection broke. */
export const READ = { maxRetries: 2 };

/** For what changes something: a second time might do it twice. */
export const ONCE = { maxRetries: 0 };
