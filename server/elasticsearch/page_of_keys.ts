import type { estypes } from '@elastic/elasticsearch';
import type { KeySort } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { queryKeys } from './key_requests.ts';
import { sortClauses, sortValues } from './key_sort.ts';
import { type Position, positionAfter, searchAfter } from './position.ts';
import type { Reading } from './sending.ts';

interface PageRequest extends Pick<estypes.SecurityQueryApiKeysRequest, 'aggs' | 'filter_path'> {
  readonly query: NonNullable<estypes.SecurityQueryApiKeysRequest['query']>;
  readonly sort: KeySort;
  /** At most 1000. */
  readonly size: number;
  readonly position: Position | undefined;
}

interface PageOfKeys {
  readonly keys: readonly estypes.SecurityApiKey[];
  /** On all pages. */
  readonly total: number;
  /** Where the next page begins; `undefined` on the last one. */
  readonly next: Position | undefined;
  readonly aggregations: unknown;
}

/** The keys after `position`, by one request of Elasticsearch. */
export async function pageOfKeys(
  elasticsearch: ElasticsearchClient,
  { sort, size, position, ...request }: PageRequest,
  options: Reading = {},
): Promise<PageOfKeys> {
  const {
    api_keys = [],
    total,
    aggregations,
  } = await queryKeys(
    elasticsearch,
    {
      ...request,
      sort: sortClauses(sort),
      // One more than the page holds tells whether there is a next one.
      size: size + 1 + (position?.given.length ?? 0),
      ...(position && { search_after: searchAfter(position) }),
    },
    options,
  );
  const given = new Set(position?.given);
  const fresh = api_keys.filter(({ id }) => !given.has(id));
  const keys = fresh.slice(0, size);
  const places = keys.map((key) => ({ id: key.id, sortValues: sortValues(key) }));
  return {
    keys,
    total,
    next: fresh.length > size ? positionAfter(position, places) : undefined,
    aggregations,
  };
}
