import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { KeyFilter } from '../../common/key_filter.ts';

/** Create keys, and delete at least those. */
export const mayManage = ({ can_manage_own, can_manage_all }: Capabilities): boolean =>
  can_manage_own || can_manage_all;

export const maySeeOthers = ({ can_read_all, can_manage_all }: Capabilities): boolean =>
  can_read_all || can_manage_all;

export const mayOpenPage = (capabilities: Capabilities): boolean =>
  mayManage(capabilities) || maySeeOthers(capabilities);

/** Own keys, or all. A name alone is not enough: two realms may have a user of the same name. */
export const mayDelete = (
  { can_manage_own, can_manage_all, user }: Capabilities,
  { username, realm }: ApiKey,
): boolean =>
  can_manage_all || (can_manage_own && username === user.username && realm === user.realm);

/** All keys that match. */
export const mayDeleteAll = (capabilities: Capabilities, { owners }: KeyFilter): boolean =>
  capabilities.can_manage_all ||
  (capabilities.can_manage_own &&
    (!maySeeOthers(capabilities) ||
      (owners?.length === 1 && owners[0] === capabilities.user.username)));
