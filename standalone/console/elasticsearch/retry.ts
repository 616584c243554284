import { errors } from '@elastic/elasticsearch';
import { wasNeverSent } from '../../../common/elasticsearch_failure.ts';

/** A request that has failed, of whichever attempt. */
interface FailedRequest {
  readonly error: unknown;
  /** The attempts so far. */
  readonly attempts: number;
  /** How often it may be sent again. */
  readonly maxRetries: number;
  readonly hosts: number;
  /** How many ms it has left. */
  readonly left: number;
}

/** About so long before the second attempt, and twice as long before each further one. */
const FIRST_PAUSE_MS = 100;
const BUSY = [429, 502, 503, 504];

/**
 * How long to wait, in ms, before a request is sent again; `undefined` where that is no use, not
 * allowed, or too late. What has not left the console may always be sent to another host.
 * `random` (0 to 1) spreads those who failed at the same moment.
 */
export function pauseBeforeRetry(
  { error, attempts, maxRetries, hosts, left }: FailedRequest,
  random: number,
): number | undefined {
  if (wasNeverSent(error) && attempts < hosts) return 0;
  if (attempts > maxRetries) return undefined;
  const isBusy = error instanceof errors.ResponseError && BUSY.includes(error.statusCode ?? 0);
  if (!isBusy && !(error instanceof errors.ConnectionError)) return undefined;
  const backOff = FIRST_PAUSE_MS * 2 ** (attempts - 1) * (0.5 + random);
  const pause = Math.max(backOff, isBusy ? retryAfterMs(error) : 0);
  return pause < left ? pause : undefined;
}

/** In seconds; the other form, a date, is as if absent. */
function retryAfterMs({ headers }: errors.ResponseError): number {
  const given = headers?.['retry-after'];
  return typeof given === 'string' && /^\d+$/.test(given) ? Number(given) * 1000 : 0;
}
