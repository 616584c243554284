import type { Capabilities } from '../../../common/http_api/capabilities.ts';

/** How the capabilities tell of a cluster privilege. */
const HELD: Readonly<Record<string, (capabilities: Capabilities) => boolean>> = {
  manage_api_key: ({ can_manage_all }) => can_manage_all,
  manage_own_api_key: ({ can_manage_own, can_manage_all }) => can_manage_own || can_manage_all,
  read_security: ({ can_read_all }) => can_read_all,
};

/** Those of the cluster privileges that the user is known not to have; Elasticsearch knows the rest. */
export const lackedPrivileges = (
  required: readonly string[],
  capabilities: Capabilities,
): readonly string[] => required.filter((name) => HELD[name]?.(capabilities) === false);
