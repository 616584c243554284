import type { ApiKey } from '../../common/api_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { toApiKey } from './to_api_key.ts';

/**
 * One of the current user's own keys that has not been invalidated, or `undefined`: those of others
 * are not theirs to change, even where they may delete them. `now` in ms since epoch.
 */
export async function ownKey(
  { security }: ElasticsearchClient,
  id: string,
  now: number,
): Promise<ApiKey | undefined> {
  const { api_keys } = await security.getApiKey({ id, owner: true }, { ignore: [404] });
  // For a blank id Elasticsearch gives all of them.
  const found = api_keys.find((key) => key.id === id && !key.invalidated);
  return found && toApiKey(found, now);
}
