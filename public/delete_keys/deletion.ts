import type { DeleteKeysBody, DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import { type ApiError, mayHaveWorked } from '../api/api_error.ts';
import { ATTEMPTS, backOffMs, isTransient } from './back_off.ts';
import { countOf, type DeleteTarget } from './delete_target.ts';
import { NOTHING_TRIED, type Tally, triedIn, withAnswer, withLost } from './tally.ts';

/** As many keys as one request takes. */
const CHUNK = 1000;

/**
 * A deletion, from the question to the result. `deleting` asks for the request that `nextRequest`
 * gives, `waiting` for a timer of `ms`; all else waits for the user. `attempt` counts from 1.
 */
export type Phase =
  | { readonly is: 'asking' | 'done' }
  | { readonly is: 'deleting'; readonly attempt: number }
  | {
      readonly is: 'waiting';
      readonly attempt: number;
      readonly ms: number;
      readonly because: ApiError;
    }
  /** `because` is absent where all went well until the user stopped it. */
  | { readonly is: 'paused'; readonly because?: ApiError };

/** The keys that have not been tried; with a filter, those after `cursor`. */
type Rest =
  | { readonly ids: readonly string[] }
  | {
      readonly filter: KeyFilter;
      readonly cursor?: string;
      /** How many match, failed ones included, as told last. */
      readonly matching: number;
    };

export interface Deletion {
  readonly phase: Phase;
  /** Whether the user wants it to pause after the request that is under way. */
  readonly isStopping: boolean;
  /** How many keys the user was asked about. */
  readonly total: number;
  readonly tally: Tally;
  readonly rest: Rest;
  /** How many requests about the next keys got no answer: each may have deleted some of them. */
  readonly unanswered: number;
}

/** A deletion that waits for the user's word. */
export const askedAbout = (target: DeleteTarget): Deletion => ({
  phase: { is: 'asking' },
  isStopping: false,
  total: countOf(target),
  tally: NOTHING_TRIED,
  rest:
    'keys' in target
      ? { ids: target.keys.map(({ id }) => id) }
      : { filter: target.filter, matching: target.total },
  unanswered: 0,
});

export const isRunning = ({ phase }: Deletion): boolean =>
  phase.is === 'deleting' || phase.is === 'waiting';

/** How many of those asked about have not been tried. */
export const untried = ({ total, tally }: Deletion): number => Math.max(0, total - triedIn(tally));

/** How many of the untried may have been deleted by a request that got no answer. */
export function unsure(deletion: Deletion): number {
  const { rest, unanswered } = deletion;
  // By ids each request was about the same keys; by filter each may have found the next ones.
  const requests = 'ids' in rest ? Math.min(1, unanswered) : unanswered;
  return Math.min(CHUNK * requests, untried(deletion));
}

/** The request that is due. It takes no more keys than are left of those the user was asked about. */
export function nextRequest(deletion: Deletion): DeleteKeysBody {
  const { rest } = deletion;
  if ('ids' in rest) return { ids: rest.ids.slice(0, CHUNK) };
  const { filter, cursor } = rest;
  const size = Math.min(CHUNK, untried(deletion));
  return { filter, size, ...(cursor !== undefined && { cursor }) };
}

/** Begins, or goes on where it paused. */
export const begun = (deletion: Deletion): Deletion =>
  deletion.phase.is === 'asking' || deletion.phase.is === 'paused'
    ? { ...deletion, phase: { is: 'deleting', attempt: 1 } }
    : deletion;

/** Begins again with those that failed. */
export const retried = (deletion: Deletion): Deletion =>
  deletion.phase.is === 'done'
    ? {
        ...deletion,
        phase: { is: 'deleting', attempt: 1 },
        tally: { ...deletion.tally, failed: [] },
        rest: { ids: deletion.tally.failed.map(({ id }) => id) },
      }
    : deletion;

/** Pauses: at once while it waits, else after the request that is under way. */
export function stopped(deletion: Deletion): Deletion {
  const { phase } = deletion;
  if (phase.is === 'deleting') return { ...deletion, isStopping: true };
  if (phase.is !== 'waiting') return deletion;
  return { ...deletion, phase: { is: 'paused', because: phase.because } };
}

/** Tries the request again, for which it has waited. */
export const waited = (deletion: Deletion): Deletion =>
  deletion.phase.is === 'waiting'
    ? { ...deletion, phase: { is: 'deleting', attempt: deletion.phase.attempt } }
    : deletion;

/** Takes the answer to `nextRequest` in. */
export function answered(deletion: Deletion, result: DeleteResult): Deletion {
  const { rest, total, isStopping } = deletion;
  const tally = tallyAfter(deletion, result);
  const next = { ...deletion, tally, isStopping: false, unanswered: 0 };
  const left = restAfter(rest, result);
  if (left === undefined || triedIn(tally) >= total)
    return { ...next, rest: { ids: [] }, phase: { is: 'done' } };
  const phase: Phase = isStopping ? { is: 'paused' } : { is: 'deleting', attempt: 1 };
  return { ...next, rest: left, phase };
}

/**
 * Takes in that `nextRequest` failed: tries again after a while where that makes sense, else pauses.
 * Sending the same request again is harmless, as a key that is deleted stays so.
 */
export function failed(deletion: Deletion, error: ApiError, random: number): Deletion {
  const { phase, isStopping } = deletion;
  const attempt = phase.is === 'deleting' ? phase.attempt : 1;
  const unanswered = deletion.unanswered + (mayHaveWorked(error) ? 1 : 0);
  const next = { ...deletion, isStopping: false, unanswered };
  if (isStopping || attempt >= ATTEMPTS || !isTransient(error))
    return { ...next, phase: { is: 'paused', because: error } };
  const ms = backOffMs(attempt, random, error.retryAfterMs);
  return { ...next, phase: { is: 'waiting', attempt: attempt + 1, ms, because: error } };
}

/**
 * After a request without an answer, what it may have deleted is found again: by id as already
 * deleted, by filter only as fewer that match.
 */
function tallyAfter({ tally, rest, unanswered }: Deletion, result: DeleteResult): Tally {
  if (unanswered === 0) return withAnswer(tally, result);
  if ('ids' in rest)
    return withLost(withAnswer(tally, { ...result, already_deleted: [] }), result.already_deleted);
  const vanished = expectedToMatch(rest.matching, result) - matchingAfter(rest.matching, result);
  return withLost(withAnswer(tally, result), [], Math.max(0, vanished));
}

/** What no longer matches by this answer alone; what failed still does. */
const expectedToMatch = (
  matching: number,
  { deleted, already_deleted, not_found }: DeleteResult,
): number => matching - deleted.length - already_deleted.length - not_found.length;

const matchingAfter = (matching: number, result: DeleteResult): number =>
  result.remaining ?? expectedToMatch(matching, result);

function restAfter(rest: Rest, result: DeleteResult): Rest | undefined {
  if ('ids' in rest) return rest.ids.length > CHUNK ? { ids: rest.ids.slice(CHUNK) } : undefined;
  const { next_cursor: cursor } = result;
  if (typeof cursor !== 'string') return undefined;
  return { filter: rest.filter, cursor, matching: matchingAfter(rest.matching, result) };
}
