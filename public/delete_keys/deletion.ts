import type { ApiKey } from '../../common/api_key.ts';
import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { ApiError } from '../api/api_error.ts';

/**
 * What became of one key. `unknown`: no answer told, so that it may be deleted or not.
 */
export type Outcome =
  | { readonly is: 'deleted' | 'already_deleted' | 'not_found' }
  | { readonly is: 'failed' | 'unknown'; readonly reason: string };

export interface KeyOutcome {
  readonly key: ApiKey;
  readonly outcome: Outcome;
}

/** Reads the server's answer for `keys`. An id that it passes over in silence is `unknown`. */
export function outcomesOf(keys: readonly ApiKey[], result: DeleteResult): KeyOutcome[] {
  const byId = new Map<string, Outcome>([
    ...result.deleted.map((id) => [id, { is: 'deleted' }] as const),
    ...result.already_deleted.map((id) => [id, { is: 'already_deleted' }] as const),
    ...result.not_found.map((id) => [id, { is: 'not_found' }] as const),
    ...result.failed.map(({ id, reason }) => [id, { is: 'failed', reason }] as const),
  ]);
  return keys.map((key) => ({ key, outcome: byId.get(key.id) ?? { is: 'unknown', reason: '' } }));
}

/**
 * The same for a call that failed. Only a refusal (4xx) says that nothing was deleted; after any
 * other failure the request may have been carried out all the same.
 */
export function outcomesOfError(keys: readonly ApiKey[], error: ApiError): KeyOutcome[] {
  const { statusCode = 0, message: reason } = error;
  const is = statusCode >= 400 && statusCode < 500 ? 'failed' : 'unknown';
  return keys.map((key) => ({ key, outcome: { is, reason } }));
}

/** `earlier` with what a second attempt told about some of its keys. */
export function withRetried(
  earlier: readonly KeyOutcome[],
  retried: readonly KeyOutcome[],
): KeyOutcome[] {
  const byId = new Map(retried.map((each) => [each.key.id, each]));
  return earlier.map((each) => byId.get(each.key.id) ?? each);
}

/** Those that may still be there. */
export const keysToRetry = (outcomes: readonly KeyOutcome[]): ApiKey[] =>
  outcomes.filter(({ outcome }) => 'reason' in outcome).map(({ key }) => key);

/** The keys with one and the same outcome, and for failures one and the same reason. */
export interface OutcomeGroup {
  readonly outcome: Outcome;
  readonly keys: readonly ApiKey[];
}

/** Groups in the order in which they are told: what went well first. */
export function groupOutcomes(outcomes: readonly KeyOutcome[]): OutcomeGroup[] {
  const groups = Map.groupBy(outcomes, ({ outcome }) => JSON.stringify(outcome));
  return [...groups.values()]
    .flatMap((members) => {
      const outcome = members[0]?.outcome;
      return outcome === undefined ? [] : [{ outcome, keys: members.map(({ key }) => key) }];
    })
    .sort((a, b) => ORDER.indexOf(a.outcome.is) - ORDER.indexOf(b.outcome.is));
}

const ORDER: readonly Outcome['is'][] = [
  'deleted',
  'already_deleted',
  'not_found',
  'failed',
  'unknown',
];
