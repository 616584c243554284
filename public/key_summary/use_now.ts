import { useEffect, useState } from 'react';
import { nextStatusChange } from '../../common/api_key.ts';
import { useAppServices } from '../app_services.ts';

/** Texts such as "Expires in 5 minutes" are at most this old. */
const REFRESH_MS = 60_000;

/**
 * The present (ms since epoch) for showing keys that expire at `expirations`: another one when those
 * change, when the status of one of them does, and every minute; between these it stays the same, so
 * that nothing is drawn anew for it. Asks the server nothing.
 */
export function useNow(expirations: readonly (number | undefined)[]): number {
  const { now: clock } = useAppServices();
  const of = expirations.join();
  const [looked, setLooked] = useState<{ readonly of: string; readonly at: number }>();
  if (looked?.of !== of) setLooked({ of, at: clock() });
  // After every render: whatever made it may have moved the next change.
  useEffect(() => {
    const timer = setTimeout(setLooked, msToNextChange(expirations, clock()), undefined);
    return () => clearTimeout(timer);
  });
  return looked?.at ?? clock();
}

/** How long what is shown at `now` stays true. */
export function msToNextChange(expirations: readonly (number | undefined)[], now: number): number {
  const changes = expirations.map((expiration) => nextStatusChange(expiration, now));
  return Math.min(REFRESH_MS, ...changes.map((at) => (at ?? Number.POSITIVE_INFINITY) - now));
}
