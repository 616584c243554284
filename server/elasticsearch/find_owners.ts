import { readAs } from '../../common/elasticsearch_answer.ts';
import type { FoundOwners } from '../../common/http_api/find_owners.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { allOf, anyOf } from './condition.ts';
import { filterCondition } from './key_conditions.ts';
import { queryKeys } from './key_requests.ts';
import { OWNER_AGGREGATIONS, OwnerAggregates, readOwners } from './owner_counts.ts';
import { contains } from './search_text.ts';

/**
 * The owners whose name contains the text in any case, with their numbers of keys under all of the
 * filter but its owners. `now` in ms since epoch.
 */
export async function findOwners(
  elasticsearch: ElasticsearchClient,
  username: string,
  filter: KeyFilter,
  now: number,
  signal: AbortSignal,
): Promise<FoundOwners> {
  const { owners: _owners, ...others } = filter;
  const { total, aggregations } = await queryKeys(
    elasticsearch,
    {
      size: 0,
      query: allOf([filterCondition(others, now), anyOf(contains('username', username))]),
      aggs: OWNER_AGGREGATIONS,
    },
    { signal },
  );
  // Elasticsearch leaves the aggregations out where no key matches.
  if (total === 0) return { owners: [] };
  return { owners: readOwners(readAs(OwnerAggregates, aggregations)) };
}
