import { useEffect, useReducer } from 'react';
import { nextStatusChange } from '../../common/api_key.ts';
import { useAppServices } from '../app_services.ts';

/** Texts such as "Expires in 5 minutes" are at most this old. */
const REFRESH_MS = 60_000;

/**
 * The present (ms since epoch) for showing keys that expire at `expirations`: renders anew when the
 * status of one of them changes, and every minute. Asks the server nothing.
 */
export function useNow(expirations: readonly (number | undefined)[]): number {
  const { now: clock } = useAppServices();
  const [, tick] = useReducer((count: number) => count + 1, 0);
  const now = clock();
  // After every render: whatever made it may have moved the next change.
  useEffect(() => {
    const timer = setTimeout(tick, msToNextChange(expirations, now));
    return () => clearTimeout(timer);
  });
  return now;
}

/** How long what is shown at `now` stays true. */
export function msToNextChange(expirations: readonly (number | undefined)[], now: number): number {
  const changes = expirations.map((expiration) => nextStatusChange(expiration, now));
  return Math.min(REFRESH_MS, ...changes.map((at) => (at ?? Number.POSITIVE_INFINITY) - now));
}
