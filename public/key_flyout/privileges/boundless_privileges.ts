import type { RoleDescriptors } from '../../../common/role_descriptors.ts';

/** A role descriptor that leaves out nothing: of the cluster, or of the indices. */
export interface BoundlessPrivilege {
  readonly role: string;
  readonly over: 'cluster' | 'indices';
}

/** Every name; Elasticsearch takes Lucene's regular expressions between slashes. */
const ALL_NAMES = /^(\*+|\/\.\*\/)$/;
/** Names of privileges count in any case; an action pattern is a privilege too. */
const ALL_OF_CLUSTER = /^(all|cluster:\*)$/i;
const ALL_OF_INDEX = /^(all|indices:\*)$/i;

/** The role descriptors that give all of what there is to give. */
export const boundlessPrivileges = (descriptors: RoleDescriptors): BoundlessPrivilege[] =>
  Object.entries(descriptors).flatMap(([role, { cluster, indices = [], index = [] }]) => [
    ...(cluster?.some((privilege) => ALL_OF_CLUSTER.test(privilege))
      ? [{ role, over: 'cluster' as const }]
      : []),
    ...([...indices, ...index].some(isBoundless) ? [{ role, over: 'indices' as const }] : []),
  ]);

const isBoundless = ({
  names,
  privileges,
}: {
  readonly names: string | readonly string[];
  readonly privileges: readonly string[];
}): boolean =>
  [names].flat().some((name) => ALL_NAMES.test(name)) &&
  privileges.some((privilege) => ALL_OF_INDEX.test(privilege));
