import type { KeyPage } from '../../common/http_api/query_keys.ts';
import { DEFAULT_PAGE_SIZE, DEFAULT_SORT, type KeyQuery } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { allOf } from './condition.ts';
import { encodeCursor } from './cursor.ts';
import { DIMENSIONS, keyConditions } from './key_conditions.ts';
import { countAggregations, readCounts } from './key_counts.ts';
import { queryKeys } from './key_requests.ts';
import { pageOfKeys } from './page_of_keys.ts';
import type { Position } from './position.ts';
import { toApiKey } from './to_api_key.ts';

/**
 * The page of keys after `position`, with counts over all pages. One request of Elasticsearch; two
 * at the same time where a counted filter is set, as its own counts have to look beyond it. `now` in
 * ms since epoch.
 */
export async function queryPage(
  elasticsearch: ElasticsearchClient,
  { sort = DEFAULT_SORT, size = DEFAULT_PAGE_SIZE, ...filter }: KeyQuery,
  position: Position | undefined,
  now: number,
  signal: AbortSignal,
): Promise<KeyPage> {
  const conditions = keyConditions(filter, now);
  const counted = DIMENSIONS.flatMap((dimension) => conditions[dimension]);
  const aggs = countAggregations(conditions, now);
  const isOne = counted.length === 0;
  const query = allOf([...conditions.base, ...counted]);
  const [found, beyond] = await Promise.all([
    pageOfKeys(elasticsearch, { query, sort, size, position, ...(isOne && { aggs }) }, { signal }),
    isOne
      ? undefined
      : queryKeys(elasticsearch, { size: 0, query: allOf(conditions.base), aggs }, { signal }),
  ]);
  return {
    keys: found.keys.map((key) => toApiKey(key, now)),
    total: found.total,
    next_cursor: found.next ? encodeCursor(sort, found.next) : null,
    counts: readCounts(beyond ?? found, now),
  };
}
