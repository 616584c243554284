import type { estypes } from '@elastic/elasticsearch';
import * as t from 'io-ts';
import { EXPIRING_SOON_MS } from '../../common/api_key.ts';
import { readAs } from '../../common/elasticsearch_answer.ts';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import { allOf, type Condition } from './condition.ts';
import {
  CROSS_CLUSTER,
  DIMENSIONS,
  type Dimension,
  type KeyConditions,
  MARKED_AS_MANAGED,
} from './key_conditions.ts';
import { OWNER_AGGREGATIONS, OwnerAggregates, readOwners } from './owner_counts.ts';

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
  // One aggregation where one can do: each looks at every key.
  statuses: { ends: expirations(statuses(now)) },
  owners: OWNER_AGGREGATIONS,
  expires: { ends: expirations([EVER, ...weeks(now)]) },
});

/** Elasticsearch answers in the order of `from`: give them in that. */
const expirations = (ranges: readonly Range[]): Aggregation => ({
  range: { field: 'expiration', ranges: [...ranges] },
});

const matching = (filter: Condition, aggs: Record<string, Aggregation> = {}): Aggregation =>
  ({ filter, aggs }) as Aggregation;

const doc_count = t.number;
const Count = t.type({ doc_count });
const Ranges = t.type({ buckets: t.array(Count) });
type Ranges = t.TypeOf<typeof Ranges>;
/** What Elasticsearch answers to `countAggregations`, by dimension. */
const CountAggregates = t.type({
  kinds: t.type({ doc_count, cross_cluster: t.type({ doc_count, marked: Count }), marked: Count }),
  statuses: t.type({ doc_count, ends: Ranges }),
  owners: OwnerAggregates,
  expires: t.type({ doc_count, ends: Ranges }),
});
type CountAggregates = t.TypeOf<typeof CountAggregates>;

/**
 * The counts in an answer of Elasticsearch, which leaves the aggregations out where no key matches.
 * @throws UnexpectedAnswer
 */
export function readCounts(
  { total, aggregations }: { readonly total: number; readonly aggregations?: unknown },
  now: number,
): KeyCounts {
  const { kinds, statuses, owners, expires } =
    total === 0 && aggregations === undefined ? NOTHING : gathered(aggregations, total);
  const crossCluster = kinds.cross_cluster.doc_count;
  const managed = kinds.marked.doc_count - kinds.cross_cluster.marked.doc_count;
  const [expired = 0, expiringSoon = 0] = countsIn(statuses.ends);
  const [ever = 0, ...perWeek] = countsIn(expires.ends);
  return {
    kinds: {
      personal: kinds.doc_count - managed - crossCluster,
      managed,
      cross_cluster: crossCluster,
    },
    statuses: {
      active: statuses.doc_count - expired,
      expiring_soon: expiringSoon,
      expired,
    },
    owners: readOwners(owners),
    expires: weeks(now).map((week, index) => ({
      ...week,
      count: perWeek[index] ?? 0,
    })),
    never_expires: expires.doc_count - ever,
  };
}

function gathered(aggregations: unknown, total: number): CountAggregates {
  const given = readAs(t.UnknownRecord, aggregations);
  const all = DIMENSIONS.map((dimension) => {
    const outside = Object.entries(given)
      .filter(([name]) => name.startsWith(nameOutside(dimension, '')))
      .map(([name, aggregate]) => [name.slice(nameOutside(dimension, '').length), aggregate]);
    return [dimension, { doc_count: total, ...Object.fromEntries(outside) }];
  });
  return readAs(CountAggregates, { ...Object.fromEntries(all), ...given });
}

const countsIn = ({ buckets }: Ranges): readonly number[] =>
  buckets.map(({ doc_count }) => doc_count);

/** Of expirations, in ms since epoch; without `to`. */
interface Range {
  readonly from?: number;
  readonly to?: number;
}
/** Keys that expire at all. */
const EVER: Range = { from: 0 };

/** Expired, and expiring soon: what expires just now is expired, and at the end of it still soon. */
const statuses = (now: number): readonly Range[] => [
  { to: now + 1 },
  { from: now + 1, to: now + EXPIRING_SOON_MS + 1 },
];

const weeks = (now: number) =>
  Array.from({ length: WEEKS }, (_, week) => ({
    from: now + week * WEEK_MS,
    to: now + (week + 1) * WEEK_MS,
  }));

const NONE = { doc_count: 0 };
const NOTHING: CountAggregates = {
  kinds: { ...NONE, cross_cluster: { ...NONE, marked: NONE }, marked: NONE },
  statuses: { ...NONE, ends: { buckets: [] } },
  owners: { names: { buckets: [] } },
  expires: { ...NONE, ends: { buckets: [] } },
};
