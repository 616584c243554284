import {
  EXPIRING_SOON_MS,
  KINDS,
  type Kind,
  MANAGED_NAME_PREFIX,
  type Status,
} from '../../common/api_key.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import { allOf, anyOf, type Condition, noneOf } from './condition.ts';
import { searchConditions } from './search_text.ts';

/** What the page of keys shows counts for. Each is counted under all conditions but its own. */
export const DIMENSIONS = ['kinds', 'statuses', 'owners', 'expires'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A filter as Elasticsearch conditions: `base` always counts, the others by their dimension. */
export type KeyConditions = Readonly<Record<'base' | Dimension, readonly Condition[]>>;

/** `now` in ms since epoch. Invalidated keys never match. */
export function keyConditions(filter: KeyFilter, now: number): KeyConditions {
  const { search = '', kinds = [], statuses = [], owners = [], metadata = {} } = filter;
  return {
    base: [
      { term: { invalidated: false } },
      ...searchConditions(search),
      ...Object.entries(metadata).map(([key, value]) => ({ term: { [`metadata.${key}`]: value } })),
      ...range('creation', filter.created),
    ],
    kinds: kindConditions(kinds),
    statuses:
      statuses.length === 0 ? [] : [anyOf(statuses.map((status) => statusCondition(status, now)))],
    owners: owners.length === 0 ? [] : [{ terms: { username: owners } }],
    expires: [
      ...range('expiration', filter.expires),
      ...(filter.expires?.never ? [NEVER_EXPIRES] : []),
    ],
  };
}

/** All conditions of a filter, as one. `now` in ms since epoch. */
export const filterCondition = (filter: KeyFilter, now: number) =>
  allOf(Object.values(keyConditions(filter, now)).flat());

const NEVER_EXPIRES: Condition = noneOf([{ exists: { field: 'expiration' } }]);

/** A cross-cluster key, by a field that Elasticsearch computes key by key: ask for it once. */
export const CROSS_CLUSTER: Condition = { term: { type: 'cross_cluster' } };

/** One of the marks of a managed key, which a cross-cluster key may carry as well. */
export const MARKED_AS_MANAGED: Condition = anyOf([
  { term: { 'metadata.managed': true } },
  { prefix: { name: MANAGED_NAME_PREFIX } },
]);

/** Each key has one kind: all but one of them is cheaper to ask for as what it leaves out. */
function kindConditions(kinds: readonly Kind[]): Condition[] {
  const wanted = KINDS.filter((kind) => kinds.includes(kind));
  const unwanted = KINDS.filter((kind) => !kinds.includes(kind));
  if (wanted.length === 0 || unwanted.length === 0) return [];
  if (unwanted.length === 1) return [noneOf(unwanted.map(kindCondition))];
  return [anyOf(wanted.map(kindCondition))];
}

function kindCondition(kind: Kind): Condition {
  if (kind === 'cross_cluster') return CROSS_CLUSTER;
  if (kind === 'personal') return noneOf([MARKED_AS_MANAGED, CROSS_CLUSTER]);
  return { bool: { filter: [MARKED_AS_MANAGED], must_not: [CROSS_CLUSTER] } };
}

/** The keys of which `statusAt(expiration, now)` says so, and for `active` the soon expiring too. */
export function statusCondition(status: Status, now: number): Condition {
  const expired = { range: { expiration: { lte: now } } };
  if (status === 'expired') return expired;
  if (status === 'active') return noneOf([expired]);
  return { range: { expiration: { gt: now, lte: now + EXPIRING_SOON_MS } } };
}

function range(field: string, { from, to }: { from?: number; to?: number } = {}): Condition[] {
  if (from === undefined && to === undefined) return [];
  return [
    {
      range: {
        [field]: { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) },
      },
    },
  ];
}
