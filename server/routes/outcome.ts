import { wasNeverSent } from '../../common/elasticsearch_failure.ts';
import { failureOf, RequestError } from './request_error.ts';

/**
 * Waits for a change. Where nobody answered for it, whoever asked must know before they try again:
 * `attributes.outcome` is `unknown` where it may have been made, and the message goes on with
 * `advice`; `failure` where it has not been.
 * @throws RequestError 503; errors of the Elasticsearch client
 */
export async function withOutcome<T>(change: Promise<T>, advice: string): Promise<T> {
  try {
    return await change;
  } catch (error) {
    throw wasNeverSent(error) ? unanswered(error, 'failure') : unanswered(error, 'unknown', advice);
  }
}

/** Waits for what is read before a change: while that fails, nothing is changed. @throws as `withOutcome` */
export async function beforeChange<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw unanswered(error, 'failure');
  }
}

/** The error itself where somebody has answered. */
function unanswered(error: unknown, outcome: 'failure' | 'unknown', advice?: string): unknown {
  const failure = failureOf(error);
  if (failure?.statusCode !== 503 || failure.attributes !== undefined) return error;
  const message = advice === undefined ? failure.message : `${failure.message} ${advice}`;
  return new RequestError(503, message, failure.headers, { outcome });
}
