import type { ApiError } from '../api/api_error.ts';

/** How often one request is sent before the deletion stops and asks. */
export const ATTEMPTS = 5;

/** A server that asks for more than this is asked again all the same: the user can stop meanwhile. */
const MOST_ASKED_FOR_MS = 5 * 60_000;

/**
 * How long to wait, in ms, after the `attempt`th try (from 1) of a request has failed: from 1–2 s,
 * twice as long each time, and never less than the server asked for. `random` (0 to 1) spreads those
 * who were turned away at the same moment.
 */
export function backOffMs(attempt: number, random: number, retryAfterMs = 0): number {
  const half = 500 * 2 ** attempt;
  return Math.max(half, Math.min(retryAfterMs, MOST_ASKED_FOR_MS)) + random * half;
}

/** Whether the same request may well succeed a little later. */
export const isTransient = ({ statusCode }: ApiError): boolean =>
  statusCode === undefined || [409, 429, 502, 503, 504].includes(statusCode);
