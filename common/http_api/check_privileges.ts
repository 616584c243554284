import { exact } from '../exact.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

/** A privilege that role descriptors ask for and the current user does not hold. */
export interface ExcessPrivilege {
  readonly role: string;
  /** JSON pointer (RFC 6901) into the role descriptors: `/r/indices/0/privileges/0`. */
  readonly path: string;
  readonly kind: 'cluster' | 'index' | 'application';
  /** What the privilege is asked for: an index name or pattern, or resources of an application. */
  readonly names?: readonly string[];
  readonly privilege: string;
}

export interface CheckedPrivileges {
  readonly excess: readonly ExcessPrivilege[];
}

/** What a key with these role descriptors would not get, because its owner does not have it. */
export const checkPrivilegesRoute: Route<
  object,
  object,
  { role_descriptors: RoleDescriptors },
  CheckedPrivileges
> = {
  method: 'post',
  path: `${API_PREFIX}/_check_privileges`,
  params: Nothing,
  query: Nothing,
  body: exact({ role_descriptors: RoleDescriptors }, {}),
  response: responseOf<CheckedPrivileges>(),
};
