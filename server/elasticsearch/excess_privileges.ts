import type { estypes } from '@elastic/elasticsearch';
import type { ExcessPrivilege } from '../../common/http_api/check_privileges.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { list, type PrivilegeCheck } from './privilege_checks.ts';
import { hasPrivileges } from './user_requests.ts';

/**
 * The privileges that the current user does not hold, by one request. One for a pattern is held
 * where a single pattern among the user's own covers it. Elasticsearch gives one answer for an index
 * name: where it is asked for with restricted indices and without, the answer for both counts.
 */
export async function excessPrivileges(
  elasticsearch: ElasticsearchClient,
  checks: readonly PrivilegeCheck[],
  signal: AbortSignal,
): Promise<ExcessPrivilege[]> {
  // Elasticsearch refuses to be asked for nothing.
  if (checks.every(({ privileges }) => privileges.length === 0)) return [];
  const answer = await hasPrivileges(elasticsearch, requestOf(checks), { signal });
  return checks.flatMap((check) => {
    const { role, kind, path } = check;
    return list(check.privileges).flatMap((privilege, index) =>
      lacking(check, privilege, answer).map((what) => ({
        role,
        path: typeof check.privileges === 'string' ? path : `${path}/${index}`,
        kind,
        ...what,
        privilege,
      })),
    );
  });
}

const requestOf = (checks: readonly PrivilegeCheck[]): estypes.SecurityHasPrivilegesRequest => ({
  cluster: [
    ...new Set(checks.flatMap((check) => (check.kind === 'cluster' ? list(check.privileges) : []))),
  ],
  index: checks.flatMap((check) =>
    check.kind === 'index'
      ? [
          {
            names: check.names,
            privileges: list(check.privileges),
            allow_restricted_indices: check.allowRestricted,
          },
        ]
      : [],
  ),
  application: checks.flatMap((check) =>
    check.kind === 'application'
      ? [
          {
            application: check.application,
            privileges: list(check.privileges),
            resources: check.resources,
          },
        ]
      : [],
  ),
});

/** What a privilege of a check is not held for: an entry for each index name, one for all resources. */
function lacking(
  check: PrivilegeCheck,
  privilege: string,
  { cluster, index, application }: estypes.SecurityHasPrivilegesResponse,
): Pick<ExcessPrivilege, 'names'>[] {
  switch (check.kind) {
    case 'cluster':
      return cluster[privilege] === false ? [{}] : [];
    case 'index':
      // It allows nothing, so nobody lacks it; Elasticsearch says no for names it does not cover.
      if (privilege.toLowerCase() === 'none') return [];
      return [...new Set(check.names)]
        .filter((name) => index[name]?.[privilege] === false)
        .map((name) => ({ names: [name] }));
    case 'application': {
      const held = application[check.application] ?? {};
      const names = check.resources.filter((resource) => held[resource]?.[privilege] === false);
      return names.length > 0 ? [{ names }] : [];
    }
  }
}
