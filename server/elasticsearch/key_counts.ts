import type { estypes } from '@elastic/elasticsearch';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import { allOf, type Condition } from './condition.ts';
import {
  CROSS_CLUSTER,
  DIMENSIONS,
  type Dimension,
  type KeyConditions,
  MARKED_AS_MANAGED,
  NEVER_EXPIRES,
  statusCondition,
} from './key_conditions.ts';
import { OWNER_AGGREGATIONS, type OwnerAggregates, readOwners } from './owner_counts.ts';

type Aggregation = estypes.SecurityQueryApiKeysApiKeyAggregationContainer;

const WEEKS = 13;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Aggregations over the keys of `base`, from which `readCounts` reads. `now` in ms since epoch. Those
 * of a dimension are gathered in one of its name only where other dimensions narrow it: Elasticsearch
 * is half as fast with what is inside of another.
 */
export function countAggregations(
  conditions: KeyConditions,
  now: number,
): Record<string, Aggregation> {
  const counted = DIMENSIONS.map((dimension) => {
    const others = DIMENSIONS.filter((other) => other !== dimension);
    const narrowing = others.flatMap((other) => conditions[other]);
    const aggs = aggregationsOf(now)[dimension];
    return narrowing.length > 0
      ? { [dimension]: matching(allOf(narrowing), aggs) }
      : Object.fromEntries(
          Object.entries(aggs).map(([name, agg]) => [nameOutside(dimension, name), agg]),
        );
  });
  return Object.assign({}, ...counted);
}

const nameOutside = (dimension: Dimension, name: string) => `${dimension}.${name}`;

const aggregationsOf = (now: number): Record<Dimension, Record<string, Aggregation>> => ({
  kinds: {
    cross_cluster: matching(CROSS_CLUSTER, { marked: matching(MARKED_AS_MANAGED) }),
    marked: matching(MARKED_AS_MANAGED),
  },
  statuses: {
    expired: matching(statusCondition('expired', now)),
    expiring_soon: matching(statusCondition('expiring_soon', now)),
  },
  owners: OWNER_AGGREGATIONS,
  expires: {
    weeks: { range: { field: 'expiration', ranges: weeks(now) } },
    never: matching(NEVER_EXPIRES),
  },
});

const matching = (filter: Condition, aggs: Record<string, Aggregation> = {}): Aggregation =>
  ({ filter, aggs }) as Aggregation;

interface Count {
  readonly doc_count: number;
}
/** What Elasticsearch answers to `countAggregations`, by dimension. */
interface CountAggregates {
  readonly kinds: Count & { cross_cluster: Count & { marked: Count }; marked: Count };
  readonly statuses: Count & { expired: Count; expiring_soon: Count };
  readonly owners: OwnerAggregates;
  readonly expires: { weeks: { buckets: readonly Count[] }; never: Count };
}

/** The counts in an answer of Elasticsearch, which leaves the aggregations out where no key matches. */
export function readCounts(
  { total, aggregations }: { readonly total: number; readonly aggregations?: unknown },
  now: number,
): KeyCounts {
  const { kinds, statuses, owners, expires } =
    aggregations === undefined ? NOTHING : gathered(aggregations as object, total);
  const crossCluster = kinds.cross_cluster.doc_count;
  const managed = kinds.marked.doc_count - kinds.cross_cluster.marked.doc_count;
  return {
    kinds: {
      personal: kinds.doc_count - managed - crossCluster,
      managed,
      cross_cluster: crossCluster,
    },
    statuses: {
      active: statuses.doc_count - statuses.expired.doc_count,
      expiring_soon: statuses.expiring_soon.doc_count,
      expired: statuses.expired.doc_count,
    },
    owners: readOwners(owners),
    expires: weeks(now).map((week, index) => ({
      ...week,
      count: expires.weeks.buckets[index]?.doc_count ?? 0,
    })),
    never_expires: expires.never.doc_count,
  };
}

function gathered(aggregations: object, total: number): CountAggregates {
  const all = DIMENSIONS.map((dimension) => {
    const outside = Object.entries(aggregations)
      .filter(([name]) => name.startsWith(nameOutside(dimension, '')))
      .map(([name, aggregate]) => [name.slice(nameOutside(dimension, '').length), aggregate]);
    return [dimension, { doc_count: total, ...Object.fromEntries(outside) }];
  });
  return { ...Object.fromEntries(all), ...aggregations };
}

const weeks = (now: number) =>
  Array.from({ length: WEEKS }, (_, week) => ({
    from: now + week * WEEK_MS,
    to: now + (week + 1) * WEEK_MS,
  }));

const NONE: Count = { doc_count: 0 };
const NOTHING: CountAggregates = {
  kinds: { ...NONE, cross_cluster: { ...NONE, marked: NONE }, marked: NONE },
  statuses: { ...NONE, expired: NONE, expiring_soon: NONE },
  owners: { names: { buckets: [] } },
  expires: { weeks: { buckets: [] }, never: NONE },
};
