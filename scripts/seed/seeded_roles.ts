import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import type { Draws } from './draws.ts';

/** Up to three role descriptors for an application; one key in five has all that its owner has. */
export function seededRoles(draws: Draws, application: string): RoleDescriptors {
  if (draws.below(5) === 0) return {};
  const first = draws.below(ROLES.length);
  const chosen = Array.from(
    { length: 1 + draws.below(3) },
    (_, i) => ROLES[(first + i) % ROLES.length],
  );
  return Object.fromEntries(chosen.flatMap((role) => (role ? [role(application)] : [])));
}

type Role = (application: string) => [string, RoleDescriptors[string]];

const ROLES: readonly Role[] = [
  (app) => [`${app}-read-only`, { indices: [{ names: [app], privileges: ['read'] }] }],
  (app) => [
    `${app}-ingest`,
    { indices: [{ names: [`${app}-*`], privileges: ['create_doc', 'auto_configure'] }] },
  ],
  (app) => [
    `${app}-monitoring`,
    { cluster: ['monitor'], indices: [{ names: [`${app}*`], privileges: ['monitor'] }] },
  ],
  (app) => [
    `${app}-writer`,
    { indices: [{ names: [`${app}-current`], privileges: ['read', 'write'] }] },
  ],
];
