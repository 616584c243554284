import * as t from 'io-ts';
import { exact, JsonObject, record, refined } from './exact.ts';

const Strings = t.array(t.string);
const OneOrMoreStrings = refined(
  Strings,
  'a non-empty array of strings',
  (strings) => strings.length > 0,
);
const StringOrStrings = refined(
  t.union([t.string, Strings]),
  'a string or a non-empty array of strings',
  (v) => typeof v === 'string' || v.length > 0,
);

const FieldSecurity = exact({ grant: Strings }, { except: Strings });

const indexFields = {
  required: { names: StringOrStrings, privileges: OneOrMoreStrings },
  optional: {
    field_security: FieldSecurity,
    query: t.union([t.string, JsonObject, t.null]),
    allow_restricted_indices: t.boolean,
    transient_metadata: t.unknown,
  },
};
const IndexPrivileges = exact(indexFields.required, indexFields.optional);
const RemoteIndexPrivileges = exact(
  { ...indexFields.required, clusters: Strings },
  indexFields.optional,
);
const ApplicationPrivileges = exact(
  { application: t.string, privileges: StringOrStrings, resources: StringOrStrings },
  {},
);
const RemoteClusterPrivileges = exact(
  { privileges: OneOrMoreStrings, clusters: OneOrMoreStrings },
  {},
);
const Restriction = exact({}, { workflows: OneOrMoreStrings });

/** What Elasticsearch takes as one role descriptor of an API key (`description` is for roles only). */
const RoleDescriptor = exact(
  {},
  {
    cluster: t.union([Strings, t.null]),
    indices: t.array(IndexPrivileges),
    index: t.array(IndexPrivileges),
    applications: t.array(ApplicationPrivileges),
    application: t.array(ApplicationPrivileges),
    run_as: t.union([Strings, t.null]),
    metadata: JsonObject,
    transient_metadata: JsonObject,
    global: JsonObject as t.Type<object, unknown>,
    remote_indices: t.array(RemoteIndexPrivileges),
    remote_cluster: t.array(RemoteClusterPrivileges),
    restriction: Restriction,
    type: t.unknown,
  },
);

const RoleName = refined(
  t.string,
  'a role name of 1 to 1024 printable ASCII characters without a space at either end',
  (name) => /^[!-~]([ -~]{0,1022}[!-~])?$/.test(name),
);

/**
 * `role_descriptors` of an API key: role name → descriptor. Refuses only what Elasticsearch 9.5's
 * role descriptor parser refuses; the names of privileges and workflows are left to Elasticsearch,
 * which knows its own version's.
 */
export const RoleDescriptors = record(RoleName, RoleDescriptor);
export type RoleDescriptors = Readonly<Record<string, t.TypeOf<typeof RoleDescriptor>>>;
