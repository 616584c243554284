import * as t from 'io-ts';
import { exact, JsonObject, record, refined } from './exact.ts';
import { Metadata } from './metadata.ts';

type StringCodec = t.Type<string, unknown>;

const arrayOf = (member: StringCodec) => t.array(member) as t.Type<string[], unknown>;
const oneOrMore = (member: StringCodec) =>
  refined(arrayOf(member), 'a non-empty array of strings', (strings) => strings.length > 0);
const oneOrSeveral = (member: StringCodec) =>
  refined<string | string[]>(
    t.union([member, arrayOf(member)]),
    'a string or a non-empty array of strings',
    (given) => typeof given === 'string' || given.length > 0,
  );

const IndexName = refined(
  t.string,
  'an index name or pattern without "," and "::", or a regular expression that begins and ends with "/"',
  (name) =>
    !name.includes('::') && (name.startsWith('/') ? /^\/.*\/$/s.test(name) : !name.includes(',')),
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
    clusters: arrayOf(refined(t.string, 'the alias of a cluster', (alias) => alias !== '')),
  },
  indexFields.optional,
);
const RemoteClusterPrivileges = exact(
  {
    privileges: oneOrMore(t.string),
    clusters: oneOrMore(
      refined(t.string, 'the alias of a cluster', (alias) => alias.trim() !== ''),
    ),
  },
  {},
);

/** Three characters before a "-" or "_" are enough; in a pattern, any number of them. */
function isApplicationName(name: string): boolean {
  if (name === '*') return true;
  const stem = name.replace(/\*$/, '');
  const isLongEnough = stem !== name || /^[A-Za-z0-9]{3}/.test(name);
  return isLongEnough && /^[a-z][A-Za-z0-9]*([-_][^\s"*,/<>?\\|]*)?$/.test(stem);
}
const ApplicationName = refined(
  t.string,
  'the name of an application such as "kibana-.kibana" (its first part three or more letters and digits that begin with a small letter), or a pattern that ends in "*"',
  isApplicationName,
);
const ApplicationPrivileges = exact(
  {
    application: ApplicationName,
    privileges: oneOrSeveral(
      refined(t.string, 'printable ASCII characters without spaces', (name) =>
        /^[!-~]*$/.test(name),
      ),
    ),
    resources: oneOrSeveral(t.string),
  },
  {},
);

/** What Elasticsearch takes as one role descriptor of an API key (`description` is for roles only). */
const RoleDescriptor = exact(
  {},
  {
    cluster: t.union([arrayOf(t.string), t.null]),
    indices: t.array(IndexPrivileges),
    index: t.array(IndexPrivileges),
    applications: t.array(ApplicationPrivileges),
    application: t.array(ApplicationPrivileges),
    run_as: t.union([arrayOf(t.string), t.null]),
    metadata: Metadata,
    transient_metadata: JsonObject,
    global: JsonObject as t.Type<object, unknown>,
    remote_indices: t.array(RemoteIndexPrivileges),
    remote_cluster: t.array(RemoteClusterPrivileges),
    restriction: exact({}, { workflows: oneOrMore(t.string) }),
    type: t.unknown,
  },
);
export type RoleDescriptor = t.TypeOf<typeof RoleDescriptor>;

const RoleName = refined(
  t.string,
  'a role name of 1 to 1024 printable ASCII characters without a space at either end',
  (name) => /^[!-~]([ -~]{0,1022}[!-~])?$/.test(name),
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
