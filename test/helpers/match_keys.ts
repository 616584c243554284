import { type ApiKey, KINDS, type Kind, STATUSES, type Status } from '../../common/api_key.ts';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';

/** Whether a key matches, by the parts of a filter that tests of the page need. */
export const matching =
  ({ search = '', kinds = [], statuses = [], owners = [], created = {} }: KeyFilter) =>
  ({ id, name, kind, status, username, creation }: ApiKey): boolean =>
    (name ?? id).includes(search) &&
    isIn(kinds, kind) &&
    (isIn(statuses, status) || (statuses.includes('active') && status === 'expiring_soon')) &&
    isIn(owners, username) &&
    creation >= (created.from ?? 0) &&
    creation < (created.to ?? Number.POSITIVE_INFINITY);

const isIn = <T>(chosen: readonly T[], value: T) => chosen.length === 0 || chosen.includes(value);

/** As the server counts: each under all of the filter but its own part. */
export function countKeys(keys: readonly ApiKey[], filter: KeyFilter): KeyCounts {
  const count = (part: KeyFilter) => keys.filter(matching({ ...filter, ...part })).length;
  const usernames = [...new Set(keys.map(({ username }) => username))];
  return {
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, count({ kinds: [kind] })])) as Record<
      Kind,
      number
    >,
    statuses: Object.fromEntries(
      STATUSES.map((status) => [status, count({ statuses: [status] })]),
    ) as Record<Status, number>,
    owners: usernames
      .map((username) => ({ username, count: count({ owners: [username] }) }))
      .filter((owner) => owner.count > 0)
      .sort((a, b) => b.count - a.count),
    expires: [],
    never_expires: 0,
  };
}
