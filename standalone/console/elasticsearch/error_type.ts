import { errors } from '@elastic/elasticsearch';
import { isJsonObject } from '../../../common/exact.ts';

/** Elasticsearch's name for what went wrong; `undefined` where it was not Elasticsearch that failed. */
export const errorType = (error: unknown): unknown => errorIn(error).type;

/** Elasticsearch's sentence for it. */
export const errorReason = (error: unknown): string => String(errorIn(error).reason);

function errorIn(error: unknown): Record<string, unknown> {
  if (!(error instanceof errors.ResponseError) || !isJsonObject(error.body)) return {};
  return isJsonObject(error.body.error) ? error.body.error : {};
}
