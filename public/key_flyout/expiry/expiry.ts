import { decode } from '../../../common/decode.ts';
import { Duration, durationMs } from '../../../common/duration.ts';

/** Lifetimes that are offered, in days. */
export const PRESET_DAYS = [7, 30, 60, 90, 180, 365] as const;

export const CUSTOM_UNITS = ['m', 'h', 'd'] as const;
export type CustomUnit = (typeof CUSTOM_UNITS)[number];

/** When a new key is to expire, as it is chosen in the form. */
export type Expiry =
  | { readonly kind: 'preset'; readonly days: number }
  | { readonly kind: 'custom'; readonly amount: string; readonly unit: CustomUnit }
  /** `local` is what `<input type="datetime-local">` holds: the reader's time, without a zone. */
  | { readonly kind: 'date'; readonly local: string }
  | { readonly kind: 'never' };

export const DEFAULT_EXPIRY: Expiry = { kind: 'preset', days: 90 };

/** An Elasticsearch duration, or none for a key that never expires, or why there is no answer yet. */
export type Lifetime =
  | { readonly ok: true; readonly duration: string | undefined }
  | { readonly ok: false; readonly reason: 'no_amount' | 'no_date' | 'past' | 'too_far' };

/** The lifetime of a key made at `now` (ms since epoch). */
export function lifetimeOf(expiry: Expiry, now: number): Lifetime {
  switch (expiry.kind) {
    case 'preset':
      return { ok: true, duration: `${expiry.days}d` };
    case 'custom':
      return customLifetime(`${expiry.amount.trim()}${expiry.unit}`, now);
    case 'date':
      return lifetimeUntil(new Date(expiry.local).getTime(), now);
    case 'never':
      return { ok: true, duration: undefined };
  }
}

function customLifetime(duration: string, now: number): Lifetime {
  if (!decode(Duration, duration).ok) return { ok: false, reason: 'no_amount' };
  const end = new Date(now + (durationMs(duration) ?? 0));
  return Number.isNaN(end.getTime()) ? { ok: false, reason: 'too_far' } : { ok: true, duration };
}

function lifetimeUntil(end: number, now: number): Lifetime {
  if (Number.isNaN(end)) return { ok: false, reason: 'no_date' };
  const seconds = Math.ceil((end - now) / 1000);
  return seconds > 0 ? { ok: true, duration: `${seconds}s` } : { ok: false, reason: 'past' };
}

/** When a key made at `now` expires (ms since epoch); `undefined` for never and while unknown. */
export function expiresAt(expiry: Expiry, now: number): number | undefined {
  const lifetime = lifetimeOf(expiry, now);
  if (!lifetime.ok || lifetime.duration === undefined) return undefined;
  return now + (durationMs(lifetime.duration) ?? 0);
}

const MINUTE_MS = 60_000;
const UNITS_MS: readonly (readonly [CustomUnit, number])[] = [
  ['d', 1440 * MINUTE_MS],
  ['h', 60 * MINUTE_MS],
  ['m', MINUTE_MS],
];

/** The choice that comes to a lifetime of so many ms, to the minute; `undefined` is a key for ever. */
export function expiryLasting(ms: number | undefined): Expiry {
  if (ms === undefined) return { kind: 'never' };
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  const rounded = minutes * MINUTE_MS;
  const days = PRESET_DAYS.find((each) => rounded === each * 1440 * MINUTE_MS);
  if (days !== undefined) return { kind: 'preset', days };
  const [unit, unitMs] = UNITS_MS.find(([, each]) => rounded % each === 0) ?? ['m', MINUTE_MS];
  return { kind: 'custom', amount: String(rounded / unitMs), unit };
}
