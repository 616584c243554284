import { durationMs } from '../../common/duration.ts';

/** How long an old key goes on after its rotation, as Elasticsearch durations. */
export const GRACE_PERIODS = ['0s', '1h', '1d', '7d'] as const;
export type GracePeriod = (typeof GRACE_PERIODS)[number];
export const DEFAULT_GRACE_PERIOD: GracePeriod = '1d';

/** What becomes of an old key that is rotated at some moment. Times are ms since epoch. */
export type OldKeyEnd =
  | { readonly kind: 'at_once' }
  | { readonly kind: 'after_grace'; readonly at: number }
  /** By its own expiry, which the grace period does not put off. */
  | { readonly kind: 'by_itself'; readonly at: number };

/** The end of a key that expires at `expiration`, or never, when it is rotated at `now`. */
export function oldKeyEnd(
  grace: GracePeriod,
  expiration: number | undefined,
  now: number,
): OldKeyEnd {
  const ms = durationMs(grace) ?? 0;
  if (ms === 0) return { kind: 'at_once' };
  const at = now + ms;
  return expiration !== undefined && expiration < at
    ? { kind: 'by_itself', at: expiration }
    : { kind: 'after_grace', at };
}
