import * as t from 'io-ts';
import { matching } from './bounded.ts';
import { arrayOf, exact, record, refined } from './exact.ts';
import { Json, JsonObject } from './json.ts';
import { Metadata } from './metadata.ts';

type StringCodec = t.Type<string, unknown>;

const oneOrMore = (member: StringCodec) =>
  refined(arrayOf(member), 'a non-empty array of strings', (strings) => strings.length > 0, {
    minItems: 1,
  });
const oneOrSeveral = (member: StringCodec) =>
  refined<string | string[]>(
    t.union([member, arrayOf(member)]),
    'a string or a non-empty array of strings',
    (given) => typeof given === 'string' || given.length > 0,
    { minItems: 1 },
  );

const IndexName = matching(
  /^(?![\s\S]*::)(\/[\s\S]*\/|(?!\/)[^,]*)$/,
  'an index name or pattern without "," and "::", or a regular expression that begins and ends with "/"',
);

const indexFields = {
  required: { names: oneOrSeveral(IndexName), privileges: oneOrMore(t.string) },
  optional: {
    field_security: exact({ grant: arrayOf(t.string) }, { except: arrayOf(t.string) }),
    query: t.union([t.string, JsonObject, t.null]),
    allow_restricted_indices: t.boolean,
    transient_metadata: JsonObject,
  },
};
const IndexPrivileges = exact(indexFields.required, indexFields.optional);
const RemoteIndexPrivileges = exact(
  {
    ...indexFields.required,
    clusters: arrayOf(matching(/[\s\S]/, 'the alias of a cluster')),
  },
  indexFields.optional,
);
const RemoteClusterPrivileges = exact(
  {
    privileges: oneOrMore(t.string),
    clusters: oneOrMore(matching(/\S/, 'the alias of a cluster')),
  },
  {},
);

/** Three characters before a "-" or "_" are enough; in a pattern, any number of them. */
const ApplicationName = matching(
  /^(\*|(?=[A-Za-z0-9]{3}|[\s\S]*\*$)[a-z][A-Za-z0-9]*([-_][^\s"*,/<>?\\|]*)?\*?)$/,
  'the name of an application such as "kibana-.kibana" (its first part three or more letters and digits that begin with a small letter), or a pattern that ends in "*"',
  { examples: ['kibana-.kibana', 'app*', '*'] },
);
const ApplicationPrivileges = exact(
  {
    application: ApplicationName,
    privileges: oneOrSeveral(matching(/^[!-~]*$/, 'printable ASCII characters without spaces')),
    resources: oneOrSeveral(t.string),
  },
  {},
);

/** What Elasticsearch takes as one role descriptor of an API key (`description` is for roles only). */
const RoleDescriptor = exact(
  {},
  {
    cluster: t.union([arrayOf(t.string), t.null]),
    indices: arrayOf(IndexPrivileges),
    index: arrayOf(IndexPrivileges),
    applications: arrayOf(ApplicationPrivileges),
    application: arrayOf(ApplicationPrivileges),
    run_as: t.union([arrayOf(t.string), t.null]),
    metadata: Metadata,
    transient_metadata: JsonObject,
    global: JsonObject as t.Type<object, unknown>,
    remote_indices: arrayOf(RemoteIndexPrivileges),
    remote_cluster: arrayOf(RemoteClusterPrivileges),
    restriction: exact({}, { workflows: oneOrMore(t.string) }),
    type: Json,
  },
);
export type RoleDescriptor = t.TypeOf<typeof RoleDescriptor>;

const RoleName = matching(
  /^[!-~]([ -~]{0,1022}[!-~])?$/,
  'a role name of 1 to 1024 printable ASCII characters without a space at either end',
);

/**
 * `role_descriptors` of an API key: role name → descriptor. Refuses what Elasticsearch 9.5 refuses on
 * every cluster, and numbers where it would make strings of them. Left to Elasticsearch, which knows
 * its own version's: the names of privileges and workflows, the content of `global`, regular
 * expressions, and whether `grant` covers `except`.
 */
export const RoleDescriptors = refined(
  record(RoleName, RoleDescriptor),
  'role descriptors of which none has a restriction, or a single one',
  (descriptors) => {
    const all = Object.values(descriptors);
    return all.length === 1 || all.every(({ restriction }) => restriction?.workflows === undefined);
  },
);
export type RoleDescriptors = Readonly<Record<string, RoleDescriptor>>;
