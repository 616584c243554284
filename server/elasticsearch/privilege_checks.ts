import { toPointer } from '../../common/json_pointer.ts';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';

/** One entry of role descriptors of which Elasticsearch can tell whether a user has it. */
export type PrivilegeCheck = {
  readonly role: string;
  /** JSON pointer (RFC 6901) to the privileges in the role descriptors. */
  readonly path: string;
  /** As they were written: a string stands for an array of one. */
  readonly privileges: string | readonly string[];
} & (
  | { readonly kind: 'cluster' }
  | { readonly kind: 'index'; readonly names: string[]; readonly allowRestricted: boolean }
  | { readonly kind: 'application'; readonly application: string; readonly resources: string[] }
);

/**
 * All of them, in order. What Elasticsearch's has privileges API does not know is left out: `run_as`,
 * `global`, everything remote, and patterns of applications.
 */
export const privilegeChecks = (descriptors: RoleDescriptors): PrivilegeCheck[] =>
  Object.entries(descriptors).flatMap(([role, descriptor]) => {
    const { cluster, indices, index, applications, application } = descriptor;
    return [
      ...(cluster ? [clusterCheck(role, cluster)] : []),
      ...placed(role, { indices, index }).map(({ path, entry }) => ({
        kind: 'index' as const,
        role,
        path,
        privileges: entry.privileges,
        names: list(entry.names),
        allowRestricted: entry.allow_restricted_indices === true,
      })),
      ...placed(role, { applications, application })
        .filter(({ entry }) => !entry.application.includes('*'))
        .map(({ path, entry }) => ({
          kind: 'application' as const,
          role,
          path,
          privileges: entry.privileges,
          application: entry.application,
          resources: list(entry.resources),
        })),
    ];
  });

const clusterCheck = (role: string, privileges: readonly string[]): PrivilegeCheck => ({
  kind: 'cluster',
  role,
  path: toPointer([role, 'cluster']),
  privileges,
});

/** The entries of fields that are two names of one thing, and where each one's privileges are. */
const placed = <Entry>(
  role: string,
  fields: Readonly<Record<string, readonly Entry[] | undefined>>,
): { path: string; entry: Entry }[] =>
  Object.entries(fields).flatMap(([field, entries = []]) =>
    entries.map((entry, index) => ({
      path: toPointer([role, field, String(index), 'privileges']),
      entry,
    })),
  );

/** The strings of a field that may hold one string or several. */
export const list = (given: string | readonly string[]): string[] =>
  typeof given === 'string' ? [given] : [...given];

/** How many single answers the checks ask for. */
export const answersTo = (checks: readonly PrivilegeCheck[]): number =>
  checks.reduce((sum, check) => sum + list(check.privileges).length * objectsOf(check).length, 0);

/** What the privileges of a check are asked for, one by one. */
const objectsOf = (check: PrivilegeCheck): readonly string[] => {
  switch (check.kind) {
    case 'cluster':
      return ['the cluster'];
    case 'index':
      return check.names;
    case 'application':
      return check.resources;
  }
};
