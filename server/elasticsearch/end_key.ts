import type { ApiKey } from '../../common/api_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { invalidateKeys, updateKey } from './key_requests.ts';
import { ownKey } from './own_key.ts';

/**
 * Lets a key of the current user work for `grace` ms more, but never longer than it would have, and
 * tells when it ends. Elasticsearch takes the owner's current privileges as its new limits.
 * `grace` is at least a second; `now` in ms since epoch.
 */
export async function shortenKey(
  elasticsearch: ElasticsearchClient,
  { id, expiration }: ApiKey,
  grace: number,
  now: number,
): Promise<number> {
  const end = now + grace;
  if (expiration !== undefined && expiration <= end) return expiration;
  await updateKey(elasticsearch, { id, expiration: `${Math.floor(grace / 1000)}s` });
  // It has been done: that the exact time cannot be had is no reason to fail.
  const shortened = await ownKey(elasticsearch, id, now).catch(() => undefined);
  return shortened?.expiration ?? end;
}

/**
 * Invalidates a key of the current user. Gives the reason where it still works, `undefined` where it
 * is of no use from now on.
 */
export async function invalidateOwnKey(
  elasticsearch: ElasticsearchClient,
  id: string,
): Promise<string | undefined> {
  const { error_details } = await invalidateKeys(elasticsearch, { ids: [id], owner: true });
  const [problem] = error_details ?? [];
  return problem && (problem.caused_by?.reason ?? problem.reason ?? problem.type);
}
