import type { ApiKey } from '../../common/api_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { getKeys } from './key_requests.ts';
import { toApiKey } from './to_api_key.ts';

/**
 * One of the current user's own keys that has not been invalidated, or `undefined`: those of others
 * are not theirs to change, even where they may delete them. `now` in ms since epoch.
 */
export async function ownKey(
  elasticsearch: ElasticsearchClient,
  id: string,
  now: number,
): Promise<ApiKey | undefined> {
  const keys = await getKeys(elasticsearch, { id, owner: true });
  // For a blank id Elasticsearch gives all of them.
  const found = keys.find((key) => key.id === id && !key.invalidated);
  return found && toApiKey(found, now);
}
