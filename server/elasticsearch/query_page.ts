import type { estypes } from '@elastic/elasticsearch';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import { DEFAULT_PAGE_SIZE, DEFAULT_SORT, type KeyQuery } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { encodeCursor, type Position, positionAfter, searchAfter } from './cursor.ts';
import { allOf, type Condition, DIMENSIONS, keyConditions } from './key_conditions.ts';
import { countAggregations, readCounts } from './key_counts.ts';
import { sortClauses, sortValues } from './key_sort.ts';
import { toApiKey } from './to_api_key.ts';

/** The page of keys after `position`, with counts over all pages. `now` in ms since epoch. */
export async function queryPage(
  elasticsearch: ElasticsearchClient,
  { sort = DEFAULT_SORT, size = DEFAULT_PAGE_SIZE, ...filter }: KeyQuery,
  position: Position | undefined,
  now: number,
): Promise<KeyPage> {
  const conditions = keyConditions(filter, now);
  const { found, aggregations } = await ask(
    elasticsearch,
    {
      sort: sortClauses(sort),
      // One more than the page holds tells whether there is a next one.
      size: size + 1 + (position?.given.length ?? 0),
      ...(position && { search_after: searchAfter(position) }),
    },
    {
      base: conditions.base,
      counted: DIMENSIONS.flatMap((dimension) => conditions[dimension]),
      aggs: countAggregations(conditions, now),
    },
  );
  const given = new Set(position?.given);
  const fresh = found.api_keys.filter(({ id }) => !given.has(id));
  const page = fresh.slice(0, size);
  const places = page.map((key) => ({ id: key.id, sortValues: sortValues(key) }));
  return {
    keys: page.map((key) => toApiKey(key, now)),
    total: found.total,
    next_cursor: fresh.length > size ? encodeCursor(sort, positionAfter(position, places)) : null,
    counts: readCounts(aggregations, now),
  };
}

interface Scope {
  readonly base: readonly Condition[];
  readonly counted: readonly Condition[];
  readonly aggs: NonNullable<estypes.SecurityQueryApiKeysRequest['aggs']>;
}

/**
 * One request of Elasticsearch; two at the same time where a counted filter is set, as its own
 * counts have to look beyond it.
 */
async function ask(
  { security }: ElasticsearchClient,
  page: estypes.SecurityQueryApiKeysRequest,
  { base, counted, aggs }: Scope,
) {
  if (counted.length === 0) {
    const found = await security.queryApiKeys({ ...page, query: allOf(base), aggs });
    return { found, aggregations: found.aggregations };
  }
  const [found, { aggregations }] = await Promise.all([
    security.queryApiKeys({ ...page, query: allOf([...base, ...counted]) }),
    security.queryApiKeys({ size: 0, query: allOf(base), aggs }),
  ]);
  return { found, aggregations };
}
