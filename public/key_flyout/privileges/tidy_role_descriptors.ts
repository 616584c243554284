import { isJsonObject } from '../../../common/exact.ts';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';

/**
 * Role descriptors without what Elasticsearch adds when it stores them: empty lists and objects,
 * `transient_metadata` that says no more than "enabled", and `allow_restricted_indices: false`. They
 * mean the same, and read as they were written.
 */
export const tidyRoleDescriptors = (descriptors: RoleDescriptors): Record<string, object> =>
  mapValues(descriptors, (role) => mapValues(withoutDefaults(role), tidyMember));

const tidyMember = (member: unknown): unknown =>
  Array.isArray(member)
    ? member.map((entry) => (isJsonObject(entry) ? withoutDefaults(entry) : entry))
    : member;

function withoutDefaults(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !isDefault(field, value)),
  );
}

const isDefault = (field: string, value: unknown): boolean =>
  (field === 'allow_restricted_indices' && value === false) ||
  (field === 'transient_metadata' && JSON.stringify(value) === '{"enabled":true}') ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const mapValues = <A, B>(fields: { readonly [key: string]: A } | object, map: (value: A) => B) =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, map(value)]));
