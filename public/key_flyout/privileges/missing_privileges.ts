import type { ExcessPrivilege } from '../../../common/http_api/check_privileges.ts';

/** A privilege that is asked for at one place of the role descriptors and not held by the user. */
export interface MissingPrivilege {
  /** JSON pointer into the role descriptors. */
  readonly path: string;
  readonly kind: ExcessPrivilege['kind'];
  readonly privilege: string;
  /** Indices, or resources of an application, for which it is not held. Empty for the cluster. */
  readonly names: readonly string[];
}

/** One entry a place, which names all indices that it is about. */
export const missingPrivileges = (excess: readonly ExcessPrivilege[]): MissingPrivilege[] =>
  [...Map.groupBy(excess, ({ path }) => path)].flatMap(([path, entries]) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { kind, privilege } = first;
    return { path, kind, privilege, names: entries.flatMap(({ names = [] }) => names) };
  });
