import { STATUSES, type Status } from '../../common/api_key.ts';

/** What both lists allow; `undefined` allows everything, an empty list nothing. */
export function both<T>(
  one: readonly T[] | undefined,
  other: readonly T[] | undefined,
): readonly T[] | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.filter((value) => other.includes(value));
}

/** With those that are a part of others: a key that expires soon is active. */
export const withParts = (statuses: readonly Status[]): readonly Status[] =>
  STATUSES.filter(
    (status) =>
      statuses.includes(status) || (status === 'expiring_soon' && statuses.includes('active')),
  );

/** Without those that are a part of others. */
export const withoutParts = (statuses: readonly Status[]): readonly Status[] =>
  statuses.filter((status) => status !== 'expiring_soon' || !statuses.includes('active'));
