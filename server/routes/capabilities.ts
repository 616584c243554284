import { capabilitiesRoute } from '../../common/http_api/capabilities.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { areApiKeysEnabled } from '../elasticsearch/are_api_keys_enabled.ts';
import { authenticate, hasPrivileges } from '../elasticsearch/user_requests.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** What the routes need, by names that every cluster and every serverless project knows. */
const CLUSTER_PRIVILEGES = ['manage_own_api_key', 'manage_api_key', 'read_security'] as const;

/** `GET /capabilities`; `elasticsearchUrl` is Elasticsearch's address for a program outside. */
export const defineCapabilitiesRoute = (router: Router, elasticsearchUrl?: string): void =>
  defineRoute(router, capabilitiesRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, signal }) {
      const [enabled, { cluster: may }, user] = await Promise.all([
        areApiKeysEnabled(elasticsearch, signal),
        hasPrivileges(elasticsearch, { cluster: [...CLUSTER_PRIVILEGES] }, { signal }),
        authenticate(elasticsearch, { signal }),
      ]);
      return {
        enabled,
        can_manage_own: may.manage_own_api_key === true,
        can_manage_all: may.manage_api_key === true,
        can_read_all: may.read_security === true || may.manage_api_key === true,
        ...(elasticsearchUrl !== undefined && { elasticsearch_url: elasticsearchUrl }),
        // The realm of the user whose keys they are, also where another one runs as them.
        user: { username: user.username, realm: user.lookup_realm.name },
      };
    },
  });
