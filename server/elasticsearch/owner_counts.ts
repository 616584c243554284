import type { estypes } from '@elastic/elasticsearch';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';

type Aggregation = estypes.SecurityQueryApiKeysApiKeyAggregationContainer;

/** Counts the keys of the 100 owners who have the most. */
export const OWNER_AGGREGATIONS: Readonly<Record<string, Aggregation>> = {
  names: { terms: { field: 'username', size: 100 } },
};

/** What Elasticsearch answers to `OWNER_AGGREGATIONS`. */
export interface OwnerAggregates {
  readonly names: {
    readonly buckets: readonly { readonly key: string; readonly doc_count: number }[];
  };
}

export const readOwners = ({ names }: OwnerAggregates): KeyCounts['owners'] =>
  names.buckets.map(({ key, doc_count }) => ({ username: key, count: doc_count }));
