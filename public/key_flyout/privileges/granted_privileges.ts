import { toPointer } from '../../../common/json_pointer.ts';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import type { MissingPrivilege } from './missing_privileges.ts';

type Role = RoleDescriptors[string];
type IndexPrivileges = NonNullable<Role['indices']>[number];

/** Privileges that the user holds in full, and the key therefore gets. */
export type Grant =
  | { readonly kind: 'cluster'; readonly privileges: readonly string[] }
  | {
      readonly kind: 'index';
      readonly privileges: readonly string[];
      readonly names: readonly string[];
      readonly only: Share;
    }
  | {
      readonly kind: 'application';
      readonly privileges: readonly string[];
      readonly names: readonly string[];
      readonly application: string;
    };

/** Whether all of the indices' content, or some documents or fields of it. */
type Share = 'all' | 'documents' | 'fields' | 'both';

/** What a key gets of one role descriptor. */
export interface GrantedRole {
  readonly role: string;
  readonly grants: readonly Grant[];
  /** Fields that Elasticsearch has no way to check: `run_as`, `remote_indices`, patterns of applications. */
  readonly unchecked: readonly string[];
  /** The only things that the key may be used for, where there is such a restriction. */
  readonly workflows: readonly string[];
}

/** What is left of role descriptors without what their owner does not hold. */
export function grantedPrivileges(
  descriptors: RoleDescriptors,
  missing: readonly MissingPrivilege[],
): GrantedRole[] {
  const missingAt = new Map(missing.map(({ path, names }) => [path, names]));
  const isHeld = (path: string, name: string) => {
    const names = missingAt.get(path);
    return names === undefined || !(names.length === 0 || names.includes(name));
  };
  return Object.entries(descriptors).map(([role, descriptor]) => {
    const at = toPointer([role]);
    return {
      role,
      grants: distinct([
        ...clusterGrants(`${at}/cluster`, descriptor, isHeld),
        ...indexGrants(at, descriptor, isHeld),
        ...applicationGrants(at, descriptor, isHeld),
      ]),
      unchecked: uncheckedFields(descriptor),
      workflows: descriptor.restriction?.workflows ?? [],
    };
  });
}

/** What is asked for twice is had once. */
const distinct = (grants: readonly Grant[]): readonly Grant[] => [
  ...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values(),
];

type IsHeld = (path: string, name: string) => boolean;

/** Two names of one field each. */
const INDICES = ['indices', 'index'] as const;
const APPLICATIONS = ['applications', 'application'] as const;
const UNCHECKED = ['run_as', 'remote_indices', 'remote_cluster', 'global'] as const;

function clusterGrants(at: string, { cluster }: Role, isHeld: IsHeld): Grant[] {
  const privileges = (cluster ?? []).filter((_each, i) => isHeld(`${at}/${i}`, ''));
  return privileges.length > 0 ? [{ kind: 'cluster', privileges }] : [];
}

const indexGrants = (at: string, role: Role, isHeld: IsHeld): Grant[] =>
  INDICES.flatMap((field) =>
    (role[field] ?? []).flatMap((group, i) =>
      heldOf(`${at}/${field}/${i}`, group.privileges, group.names, isHeld).map((held) => ({
        kind: 'index' as const,
        ...held,
        only: shareOf(group),
      })),
    ),
  );

const applicationGrants = (at: string, role: Role, isHeld: IsHeld): Grant[] =>
  APPLICATIONS.flatMap((field) =>
    (role[field] ?? []).flatMap(({ application, privileges, resources }, i) =>
      isPattern(application)
        ? []
        : heldOf(`${at}/${field}/${i}`, privileges, resources, isHeld).map((held) => ({
            kind: 'application' as const,
            ...held,
            application,
          })),
    ),
  );

const uncheckedFields = (role: Role): readonly string[] => [
  ...UNCHECKED.filter((field) => Object.keys(role[field] ?? {}).length > 0),
  ...APPLICATIONS.filter((field) => role[field]?.some((each) => isPattern(each.application))),
];

const isPattern = (application: string): boolean => application.includes('*');

/** The privileges of a group by name, those names together that have the same ones left. */
function heldOf(
  at: string,
  privileges: string | readonly string[],
  names: string | readonly string[],
  isHeld: IsHeld,
): Pick<Extract<Grant, { names: unknown }>, 'privileges' | 'names'>[] {
  const held = (name: string) =>
    typeof privileges === 'string'
      ? [privileges].filter(() => isHeld(`${at}/privileges`, name))
      : privileges.filter((_each, i) => isHeld(`${at}/privileges/${i}`, name));
  return [...Map.groupBy([names].flat(), (name) => JSON.stringify(held(name))).values()].flatMap(
    (group) => {
      const left = held(group[0] ?? '');
      return left.length > 0 ? [{ privileges: left, names: group }] : [];
    },
  );
}

function shareOf({ query, field_security }: IndexPrivileges): Share {
  if (query) return field_security ? 'both' : 'documents';
  return field_security ? 'fields' : 'all';
}
