import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { estypes } from '@elastic/elasticsearch';
import { DEFAULT_SORT, type KeyFilter } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { filterCondition } from './key_conditions.ts';
import { keyCsv } from './key_csv.ts';
import { pageOfKeys } from './page_of_keys.ts';
import type { Position } from './position.ts';
import { toApiKey } from './to_api_key.ts';

const PAGE_SIZE = 1000;

/**
 * Every key that matches as CSV, the newest first, read page by page as the stream is read. It is no
 * snapshot: a key that exists from begin to end stands in it once, one that comes or goes meanwhile
 * at most once. A failure after the first page destroys the stream. `now` in ms since epoch.
 * @throws an error of the client for the first page
 */
export async function exportKeys(
  elasticsearch: ElasticsearchClient,
  filter: KeyFilter,
  now: number,
  signal: AbortSignal,
): Promise<Readable> {
  const query = filterCondition(filter, now);
  const pageAfter = (position?: Position) =>
    pageOfKeys(elasticsearch, { query, sort: DEFAULT_SORT, size: PAGE_SIZE, position }, { signal });
  const stream = Readable.from(csvOf(pageAfter, now), { objectMode: false });
  await once(stream, 'readable');
  return stream;
}

async function* csvOf(
  pageAfter: (position?: Position) => ReturnType<typeof pageOfKeys>,
  now: number,
): AsyncGenerator<string, void> {
  const shown = (keys: readonly estypes.SecurityApiKey[]) => keys.map((key) => toApiKey(key, now));
  let { keys, next } = await pageAfter();
  yield keyCsv(shown(keys), true);
  while (next !== undefined) {
    ({ keys, next } = await pageAfter(next));
    yield keyCsv(shown(keys), false);
  }
}
