import type { estypes } from '@elastic/elasticsearch';
import * as t from 'io-ts';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';

type Aggregation = estypes.SecurityQueryApiKeysApiKeyAggregationContainer;

/** Counts the keys of the 100 owners who have the most. */
export const OWNER_AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  names: { terms: { field: 'username', size: 100 } },
};

/** What Elasticsearch answers to `OWNER_AGGREGATIONS`. */
export const OwnerAggregates = t.type({
  names: t.type({ buckets: t.array(t.type({ key: t.string, doc_count: t.number })) }),
});

export const readOwners = ({ names }: t.TypeOf<typeof OwnerAggregates>): KeyCounts['owners'] =>
  names.buckets.map(({ key, doc_count }) => ({ username: key, count: doc_count }));
