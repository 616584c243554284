import { exact } from '../exact.ts';
import { RoleDescriptors } from '../role_descriptors.ts';
import type { CheckedPrivileges, ExcessPrivilege } from './responses/checked_privileges.ts';
import { API_PREFIX, Nothing, type Route, responseOf } from './route.ts';

export type { CheckedPrivileges, ExcessPrivilege };

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
