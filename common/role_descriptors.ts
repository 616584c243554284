import * as t from 'io-ts';
import { exact, JsonObject, oneOf, refined } from './exact.ts';

const Strings = t.array(t.string);
const OneOrMore = refined(
  t.union([t.string, Strings]),
  'a string or a non-empty array of strings',
  (v) => v.length > 0,
);
const Nullable = <A>(codec: t.Type<A, unknown>) => t.union([codec, t.null]);

const FieldSecurity = exact({}, { grant: Nullable(OneOrMore), except: Nullable(OneOrMore) });

const indexFields = {
  required: { names: OneOrMore, privileges: OneOrMore },
  optional: {
    field_security: Nullable(FieldSecurity),
    query: t.union([t.string, JsonObject, t.array(t.unknown), t.null]),
    allow_restricted_indices: t.boolean,
  },
};
const IndexPrivileges = exact(indexFields.required, indexFields.optional);
const RemoteIndexPrivileges = exact(
  { ...indexFields.required, clusters: OneOrMore },
  indexFields.optional,
);
const ApplicationPrivileges = exact(
  { application: t.string, privileges: OneOrMore, resources: OneOrMore },
  {},
);
const RemoteClusterPrivileges = exact({ privileges: OneOrMore, clusters: OneOrMore }, {});

/** What Elasticsearch takes as one role descriptor of an API key (`description` is for roles only). */
const RoleDescriptor = exact(
  {},
  {
    cluster: Nullable(Strings),
    indices: Nullable(t.array(IndexPrivileges)),
    index: Nullable(t.array(IndexPrivileges)),
    applications: Nullable(t.array(ApplicationPrivileges)),
    application: Nullable(t.array(ApplicationPrivileges)),
    run_as: t.union([t.string, Strings, t.null]),
    metadata: Nullable(JsonObject),
    transient_metadata: Nullable(JsonObject),
    global: Nullable(JsonObject),
    remote_indices: Nullable(t.array(RemoteIndexPrivileges)),
    remote_cluster: Nullable(t.array(RemoteClusterPrivileges)),
    restriction: Nullable(exact({ workflows: t.union([t.string, Strings]) }, {})),
    type: oneOf(['rest']),
  },
);

/**
 * `role_descriptors` of an API key: role name → descriptor. Follows the grammar of Elasticsearch's
 * role descriptor parser; privilege names are left to Elasticsearch, which knows its own version's.
 */
export const RoleDescriptors = t.record(t.string, RoleDescriptor);
export type RoleDescriptors = Readonly<Record<string, t.TypeOf<typeof RoleDescriptor>>>;
