import type { ExcessPrivilege } from '../../common/http_api/check_privileges.ts';
import type { Task } from '../../common/http_api/tasks.ts';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import { excessPrivileges } from '../elasticsearch/excess_privileges.ts';
import { privilegeChecks } from '../elasticsearch/privilege_checks.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { RequestError } from '../routes/request_error.ts';

type Required = Task['required_privileges'];

/** What the key of a task is granted: these privileges and no others. */
export const roleDescriptorsOf = (id: string, { cluster, index }: Required): RoleDescriptors => ({
  [id]: {
    cluster: [...cluster],
    ...(index && {
      indices: index.map(({ names, privileges }) => ({
        names: [...names],
        privileges: [...privileges],
      })),
    }),
  },
});

/** @throws RequestError 403 with the names of the privileges that the current user does not hold */
export async function requirePrivileges(
  elasticsearch: ElasticsearchClient,
  id: string,
  required: Required,
  signal: AbortSignal,
): Promise<void> {
  const checks = privilegeChecks(roleDescriptorsOf(id, required));
  const missing = await excessPrivileges(elasticsearch, checks, signal);
  if (missing.length === 0) return;
  throw new RequestError(
    403,
    `The task [${id}] needs privileges that you do not have: ${missing.map(textOf).join(', ')}.`,
  );
}

const textOf = ({ kind, privilege, names = [] }: ExcessPrivilege): string =>
  kind === 'cluster'
    ? `cluster privilege [${privilege}]`
    : `index privilege [${privilege}] on [${names.join()}]`;
