import type { JSONSchema } from 'vscode-json-languageservice';
import type { IndexName } from '../../common/http_api/index_names.ts';
import {
  CLUSTER_PRIVILEGES,
  REMOTE_CLUSTER_PRIVILEGES,
} from '../../common/privileges/cluster_privileges.ts';
import { INDEX_PRIVILEGES } from '../../common/privileges/index_privileges.ts';
import { type KnownPrivilege, meaningOf } from '../../common/privileges/known_privilege.ts';

type Fields = Readonly<Record<string, JSONSchema>>;

const NOT_ON_SERVERLESS = 'Not on serverless.';
const TEXT: JSONSchema = { type: 'string' };
const OBJECT: JSONSchema = { type: 'object' };

/** Valid, but of no use to anybody. */
const IGNORED: JSONSchema = { description: 'Is ignored.', doNotSuggest: true };

/** What a value that is completed begins with; `$1`, `$2` … are where the cursor goes. */
const skeleton = (body: unknown): JSONSchema => ({ defaultSnippets: [{ body }] });

/** An object with these fields and no others. */
const exactly = (required: readonly string[], properties: Fields): JSONSchema => ({
  ...OBJECT,
  required: [...required],
  properties: { ...properties },
  additionalProperties: false,
});

/** An array of such objects; `body` is the skeleton of one. */
const listOf = (entry: JSONSchema, body: object, description: string): JSONSchema => ({
  description,
  type: 'array',
  items: { ...entry, ...skeleton(body) },
  ...skeleton([body]),
});

const strings = (item: JSONSchema, description: string): JSONSchema => ({
  description,
  type: 'array',
  items: item,
  ...skeleton(['$1']),
});
const oneOrMore = (item: JSONSchema, description: string): JSONSchema => ({
  ...strings(item, description),
  minItems: 1,
});
const stringsOrNull = (item: JSONSchema, description: string): JSONSchema => ({
  ...strings(item, description),
  type: ['array', 'null'],
});
const oneOrSeveral = (item: JSONSchema, description: string): JSONSchema => ({
  description,
  anyOf: [{ type: 'array', items: item, minItems: 1 }, item],
  ...skeleton(['$1']),
});

/** A string for which these are offered, each with its meaning; any other is as good. */
const known = (offered: readonly (readonly [value: string, meaning: string])[]): JSONSchema => ({
  anyOf: [
    { enum: offered.map(([value]) => value), enumDescriptions: offered.map(([, text]) => text) },
    TEXT,
  ],
});
const privilege = (privileges: readonly KnownPrivilege[]): JSONSchema =>
  known(privileges.map((each) => [each.name, meaningOf(each)]));

const KINDS = { index: '', alias: 'Alias', data_stream: 'Data stream' } as const;

const indexFields = (indexNames: readonly IndexName[]): Fields => ({
  names: oneOrSeveral(
    known(indexNames.map(({ name, kind }) => [name, KINDS[kind]])),
    'Indices, data streams and aliases, by name, by pattern (logs-*) or by /regular expression/.',
  ),
  privileges: oneOrMore(privilege(INDEX_PRIVILEGES), 'What may be done with them.'),
  field_security: {
    description: 'Which fields of the documents can be seen: those granted but for the excepted.',
    ...exactly(['grant'], {
      grant: strings(TEXT, 'Fields that can be seen, by name or pattern.'),
      except: strings(TEXT, 'Of the granted fields, those that cannot be seen after all.'),
    }),
    ...skeleton({ grant: ['$1'] }),
  },
  query: {
    description: 'Which documents can be seen: a query, as an object or as JSON in a string.',
    type: ['object', 'string', 'null'],
    ...skeleton({ term: { $1: '$2' } }),
  },
  allow_restricted_indices: {
    description: `Whether the names reach system indices as well. ${NOT_ON_SERVERLESS}`,
    type: 'boolean',
    ...skeleton(true),
  },
  transient_metadata: { ...OBJECT, ...IGNORED },
});

const APPLICATIONS = listOf(
  exactly(['application', 'privileges', 'resources'], {
    application: { ...TEXT, description: 'The application, for example kibana-.kibana.' },
    privileges: oneOrSeveral(
      TEXT,
      'Privileges that the application knows, or patterns of actions.',
    ),
    resources: oneOrSeveral(TEXT, 'What of the application they are for: *, or a space:default.'),
  }),
  { application: '$1', privileges: ['$2'], resources: ['*'] },
  'What may be done in applications that keep their privileges in Elasticsearch.',
);

const REMOTE_CLUSTER = listOf(
  exactly(['privileges', 'clusters'], {
    clusters: oneOrMore(TEXT, 'Aliases of the remote clusters, or patterns.'),
    privileges: oneOrMore(privilege(REMOTE_CLUSTER_PRIVILEGES), 'What may be done with them.'),
  }),
  { clusters: ['$1'], privileges: ['$2'] },
  `What may be done with remote clusters as a whole. ${NOT_ON_SERVERLESS}`,
);

const RESTRICTION: JSONSchema = {
  description: 'Where the key may be used. Only for a role descriptor that stands alone.',
  ...exactly([], {
    workflows: oneOrMore(
      known([['search_application_query', 'Searching by search applications.']]),
      'All that the key is good for.',
    ),
  }),
  ...skeleton({ workflows: ['search_application_query'] }),
};

function roleDescriptor(indexNames: readonly IndexName[]): JSONSchema {
  const index = indexFields(indexNames);
  const indices = listOf(
    exactly(['names', 'privileges'], index),
    { names: ['$1'], privileges: ['$2'] },
    'What may be done with which indices, data streams and aliases.',
  );
  const remoteIndices = listOf(
    exactly(['names', 'privileges', 'clusters'], {
      clusters: strings(TEXT, 'Aliases of the remote clusters, or patterns.'),
      ...index,
    }),
    { clusters: ['$1'], names: ['$2'], privileges: ['$3'] },
    `What may be done with indices of remote clusters. ${NOT_ON_SERVERLESS}`,
  );
  return {
    description: 'What the key may do, in so far as its owner may.',
    ...exactly([], {
      cluster: stringsOrNull(
        privilege(CLUSTER_PRIVILEGES),
        'What may be done with the cluster as a whole.',
      ),
      indices,
      index: { ...indices, doNotSuggest: true },
      applications: APPLICATIONS,
      application: { ...APPLICATIONS, doNotSuggest: true },
      run_as: stringsOrNull(TEXT, `Users in whose name requests may be made. ${NOT_ON_SERVERLESS}`),
      metadata: { ...OBJECT, description: 'Notes; their names do not begin with an underscore.' },
      restriction: RESTRICTION,
      remote_indices: remoteIndices,
      remote_cluster: REMOTE_CLUSTER,
      global: {
        ...OBJECT,
        description: `Cluster privileges that depend on the request. ${NOT_ON_SERVERLESS}`,
      },
      transient_metadata: { ...OBJECT, ...IGNORED },
      type: IGNORED,
    }),
    ...skeleton({ indices: [{ names: ['$1'], privileges: ['$2'] }] }),
  };
}

/**
 * A JSON Schema, with the annotations of vscode-json-languageservice, of a key's `role_descriptors`:
 * to complete and explain by. What is valid the codec in common/role_descriptors.ts decides.
 * `indexNames` are offered where indices are named.
 */
export const roleDescriptorsSchema = (indexNames: readonly IndexName[]): JSONSchema => ({
  description: 'What the key may do: role descriptors, by names of your choice.',
  ...OBJECT,
  additionalProperties: roleDescriptor(indexNames),
});
