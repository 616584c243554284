import { elasticsearchFailure } from './elasticsearch_failure.ts';

/**
 * What a log may say of an error. Those of the Elasticsearch client carry whole requests and answers,
 * and quote from them even in their messages: of these only what they mean.
 */
export const errorText = (error: unknown): string =>
  elasticsearchFailure(error)?.message ?? (error instanceof Error ? error.message : String(error));

/** The same, and of a bug where it is. */
export const errorStack = (error: unknown): string =>
  (elasticsearchFailure(error) === undefined && error instanceof Error && error.stack) ||
  errorText(error);
