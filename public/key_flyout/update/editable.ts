import { type ApiKey, statusAt } from '../../../common/api_key.ts';
import type { Capabilities } from '../../../common/http_api/capabilities.ts';

export type WhyFixed = 'cross_cluster' | 'other_owner' | 'expired' | 'not_allowed';

/**
 * Why Elasticsearch would refuse an update at `now` (ms since epoch), or `undefined` where it would
 * not. Only a REST key that has not expired can be updated, and only by its owner.
 */
export function whyFixed(
  key: Pick<ApiKey, 'type' | 'username' | 'realm' | 'expiration'>,
  { user, can_manage_own }: Pick<Capabilities, 'user' | 'can_manage_own'>,
  now: number,
): WhyFixed | undefined {
  if (key.type === 'cross_cluster') return 'cross_cluster';
  if (key.username !== user.username || key.realm !== user.realm) return 'other_owner';
  if (statusAt(key.expiration, now) === 'expired') return 'expired';
  return can_manage_own ? undefined : 'not_allowed';
}
