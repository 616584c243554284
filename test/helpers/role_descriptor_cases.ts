/**
 * Role descriptors of an API key that Elasticsearch 9.5.3 refuses, and some that it takes: for the
 * codec, the page and the server, which have to agree with it. Pure data.
 */

/** The place (a JSON pointer, its keys as they are), and words by which Elasticsearch's reason tells it. */
export type InvalidCase = readonly [path: string, descriptors: unknown, reason: string];

const r = (descriptor: unknown) => ({ r: descriptor });
const index = (fields: object) => r({ indices: [{ names: 'a', privileges: ['read'], ...fields }] });
const remoteIndex = (fields: object) =>
  r({ remote_indices: [{ names: 'a', privileges: ['read'], clusters: ['x'], ...fields }] });
const remoteCluster = (fields: object) =>
  r({ remote_cluster: [{ privileges: ['monitor_enrich'], clusters: ['x'], ...fields }] });
const application = (fields: object) =>
  r({ applications: [{ application: 'app', privileges: ['read'], resources: ['*'], ...fields }] });
const workflows = { workflows: ['search_application_query'] };

const NO_ROLE_NAME = 'Role names must be at least 1 and no more than 1024 characters';
const NUMBER_IN_ARRAY = 'one of the value in the array is [VALUE_NUMBER]';
const NOT_APPLICATION_NAME = 'An application name prefix must';

export const INVALID_ROLE_DESCRIPTORS: readonly InvalidCase[] = [
  // As a whole
  ['', [], "[role_descriptors] doesn't support arrays"],
  ['', null, "role_descriptors doesn't support values of type: VALUE_NULL"],
  ['', 'superuser', "role_descriptors doesn't support values of type: VALUE_STRING"],
  ['', 5, "role_descriptors doesn't support values of type: VALUE_NUMBER"],
  [
    '',
    { a: { restriction: workflows }, b: {} },
    'combining role descriptors with and without restriction',
  ],
  [
    '',
    { a: { restriction: workflows }, b: { restriction: workflows } },
    'more than one role descriptor with restriction',
  ],

  // The name of a role
  ['/', { '': {} }, NO_ROLE_NAME],
  ['/ a', { ' a': {} }, NO_ROLE_NAME],
  ['/a ', { 'a ': {} }, NO_ROLE_NAME],
  ['/é', { é: {} }, NO_ROLE_NAME],
  ['/a\tb', { 'a\tb': {} }, NO_ROLE_NAME],
  [`/${'a'.repeat(1025)}`, { ['a'.repeat(1025)]: {} }, NO_ROLE_NAME],

  // A role descriptor
  ['/r', r(null), 'parse role [r]. expected an object but found [VALUE_NULL]'],
  ['/r', r([]), 'parse role [r]. expected an object but found [START_ARRAY]'],
  ['/r', r('superuser'), 'parse role [r]. expected an object but found [VALUE_STRING]'],
  ['/r', r(true), 'parse role [r]. expected an object but found [VALUE_BOOLEAN]'],
  ['/s', { r: {}, s: 5 }, 'parse role [s]. expected an object but found [VALUE_NUMBER]'],
  ['/r/description', r({ description: '' }), 'role [r]. unexpected field [description]'],
  ['/r/indexes', r({ indexes: [] }), 'role [r]. unexpected field [indexes]'],
  ['/r/Cluster', r({ Cluster: [] }), 'role [r]. unexpected field [Cluster]'],

  // cluster, run_as
  ['/r/cluster', r({ cluster: 'all' }), '[cluster] field. expected a string array'],
  ['/r/cluster', r({ cluster: {} }), '[cluster] field. expected a string array'],
  ['/r/cluster/1', r({ cluster: ['all', 5] }), NUMBER_IN_ARRAY],
  ['/r/cluster/0', r({ cluster: [null] }), 'in the array is [VALUE_NULL]'],
  ['/r/run_as', r({ run_as: 'ann' }), '[run_as] field. expected a string array'],
  ['/r/run_as/0', r({ run_as: [5] }), NUMBER_IN_ARRAY],

  // indices
  ['/r/indices', r({ indices: null }), 'field [indices] value to be an array'],
  ['/r/indices', r({ indices: {} }), 'field [indices] value to be an array'],
  ['/r/index', r({ index: 'a' }), 'field [index] value to be an array'],
  ['/r/indices/0', r({ indices: [null] }), 'array element of type [VALUE_NULL]'],
  ['/r/indices/0', r({ indices: ['a'] }), 'array element of type [VALUE_STRING]'],
  [
    '/r/indices/0/names',
    r({ indices: [{ privileges: ['read'] }] }),
    'missing required [names] field',
  ],
  [
    '/r/indices/0/privileges',
    r({ indices: [{ names: ['a'] }] }),
    'missing required [privileges] field',
  ],
  ['/r/indices/0/names', index({ names: [] }), '[names] cannot be an empty array'],
  ['/r/indices/0/names', index({ names: null }), 'field [names] value to be a string or an array'],
  ['/r/indices/0/names', index({ names: 5 }), 'field [names] value to be a string or an array'],
  ['/r/indices/0/names/0', index({ names: [5] }), NUMBER_IN_ARRAY],
  ['/r/indices/0/names', index({ names: 'a,b' }), 'index name expression [a,b]'],
  ['/r/indices/0/names/1', index({ names: ['a', 'b,c'] }), 'index name expression [b,c]'],
  ['/r/indices/0/names/0', index({ names: ['a::data'] }), 'index name expression [a::data]'],
  ['/r/indices/0/names/0', index({ names: ['/a'] }), 'regular expression pattern [/a]'],
  ['/r/indices/0/names/0', index({ names: ['/'] }), 'regular expression pattern [/]'],
  ['/r/indices/0/privileges', index({ privileges: 'read' }), '[privileges] field'],
  ['/r/indices/0/privileges', index({ privileges: null }), '[privileges] field'],
  ['/r/indices/0/privileges/0', index({ privileges: [5] }), NUMBER_IN_ARRAY],
  ['/r/indices/0/query', index({ query: 5 }), 'field [query] value to be null, a string'],
  ['/r/indices/0/query', index({ query: [] }), 'field [query] value to be null, a string'],
  [
    '/r/indices/0/allow_restricted_indices',
    index({ allow_restricted_indices: 'true' }),
    '[allow_restricted_indices] value to be a boolean',
  ],
  [
    '/r/indices/0/allow_restricted_indices',
    index({ allow_restricted_indices: null }),
    '[allow_restricted_indices] value to be a boolean',
  ],
  ['/r/indices/0/transient_metadata', index({ transient_metadata: 5 }), '"transient_metadata"'],
  ['/r/indices/0/clusters', index({ clusters: ['x'] }), '[clusters]'],
  ['/r/indices/0/name', index({ name: 'a' }), 'role [r]. unexpected field [name]'],

  // field_security
  ['/r/indices/0/field_security', index({ field_security: null }), '"field_security"'],
  ['/r/indices/0/field_security', index({ field_security: [] }), '"field_security"'],
  [
    '/r/indices/0/field_security/grant',
    index({ field_security: {} }),
    '"field_security" must not be empty',
  ],
  [
    '/r/indices/0/field_security/grant',
    index({ field_security: { except: ['a'] } }),
    'field_security requires grant if except is given',
  ],
  [
    '/r/indices/0/field_security/grant',
    index({ field_security: { grant: null } }),
    'grant must not be null',
  ],
  [
    '/r/indices/0/field_security/grant',
    index({ field_security: { grant: 'a' } }),
    '[grant] field. expected a string array',
  ],
  [
    '/r/indices/0/field_security/grant/0',
    index({ field_security: { grant: [5] } }),
    NUMBER_IN_ARRAY,
  ],
  [
    '/r/indices/0/field_security/except',
    index({ field_security: { grant: ['*'], except: null } }),
    'except must not be null',
  ],
  [
    '/r/indices/0/field_security/fields',
    index({ field_security: { grant: ['*'], fields: ['a'] } }),
    'but got: fields',
  ],

  // applications
  ['/r/applications', r({ applications: {} }), 'field [applications] value to be an array'],
  ['/r/application', r({ application: null }), 'field [application] value to be an array'],
  ['/r/applications/0', r({ applications: [null] }), 'array element of type [VALUE_NULL]'],
  [
    '/r/applications/0/application',
    r({ applications: [{ privileges: ['read'], resources: ['*'] }] }),
    'application privileges must have an application name',
  ],
  [
    '/r/applications/0/privileges',
    r({ applications: [{ application: 'app', resources: ['*'] }] }),
    'missing required [privileges] field',
  ],
  [
    '/r/applications/0/resources',
    r({ applications: [{ application: 'app', privileges: ['read'] }] }),
    'missing required [resources] field',
  ],
  ['/r/applications/0/application', application({ application: 5 }), 'application doesn'],
  ['/r/applications/0/application', application({ application: '' }), 'an application name'],
  ['/r/applications/0/application', application({ application: 'ab' }), NOT_APPLICATION_NAME],
  ['/r/applications/0/application', application({ application: 'App' }), NOT_APPLICATION_NAME],
  [
    '/r/applications/0/application',
    application({ application: 'my app' }),
    "may not contain whitespace (found 'my app')",
  ],
  [
    '/r/applications/0/application',
    application({ application: 'a*p' }),
    "only support trailing wildcards (found 'a*p')",
  ],
  [
    '/r/applications/0/application',
    application({ application: 'app-a/b' }),
    'An application name suffix may not contain',
  ],
  ['/r/applications/0/privileges', application({ privileges: [] }), 'at least one privilege'],
  ['/r/applications/0/privileges', application({ privileges: null }), 'privileges doesn'],
  ['/r/applications/0/privileges', application({ privileges: 'a b' }), "(found 'a b')"],
  ['/r/applications/0/privileges/1', application({ privileges: ['a', 'é'] }), "(found 'é')"],
  ['/r/applications/0/resources', application({ resources: [] }), 'at least one resource'],
  ['/r/applications/0/resources', application({ resources: null }), 'resources doesn'],
  ['/r/applications/0/name', application({ name: 'x' }), 'unknown field [name]'],

  // remote_indices, remote_cluster
  ['/r/remote_indices', r({ remote_indices: {} }), 'field [remote_indices] value to be an array'],
  ['/r/remote_indices/0', r({ remote_indices: [5] }), 'array element of type [VALUE_NUMBER]'],
  [
    '/r/remote_indices/0/clusters',
    r({ remote_indices: [{ names: 'a', privileges: ['read'] }] }),
    'missing required [clusters] field',
  ],
  ['/r/remote_indices/0/clusters', remoteIndex({ clusters: 'x' }), '[clusters]'],
  [
    '/r/remote_indices/0/clusters/1',
    remoteIndex({ clusters: ['x', ''] }),
    'cluster alias cannot be',
  ],
  ['/r/remote_indices/0/names', remoteIndex({ names: [] }), '[names] cannot be an empty array'],
  ['/r/remote_indices/0/names/0', remoteIndex({ names: ['a,b'] }), 'index name expression [a,b]'],
  ['/r/remote_cluster', r({ remote_cluster: {} }), 'field [remote_cluster] value to be an array'],
  [
    '/r/remote_cluster/0/clusters',
    r({ remote_cluster: [{ privileges: ['monitor_enrich'] }] }),
    '[clusters] must be defined',
  ],
  [
    '/r/remote_cluster/0/privileges',
    r({ remote_cluster: [{ clusters: ['x'] }] }),
    '[privileges] must be defined',
  ],
  ['/r/remote_cluster/0/privileges', remoteCluster({ privileges: 'all' }), '[privileges] field'],
  ['/r/remote_cluster/0/clusters/0', remoteCluster({ clusters: [''] }), 'clusters aliases'],
  ['/r/remote_cluster/0/foo', remoteCluster({ foo: 1 }), 'unexpected field [foo]'],

  // metadata, transient_metadata, global, restriction
  ['/r/metadata', r({ metadata: null }), 'field [metadata] to be of type object'],
  ['/r/metadata', r({ metadata: [] }), 'field [metadata] to be of type object'],
  [
    '/r/metadata/_reserved',
    r({ metadata: { _reserved: true } }),
    'metadata keys may not start with [_]',
  ],
  ['/r/transient_metadata', r({ transient_metadata: null }), '[transient_metadata]'],
  ['/r/global', r({ global: [] }), 'failed to parse privilege. expected [START_OBJECT]'],
  ['/r/global', r({ global: null }), 'failed to parse privilege. expected [START_OBJECT]'],
  ['/r/restriction', r({ restriction: [] }), 'field [restriction] value to be an object'],
  ['/r/restriction/roles', r({ restriction: { roles: [] } }), 'unexpected field [roles]'],
  ['/r/restriction/workflows', r({ restriction: { workflows: [] } }), 'workflows'],
  [
    '/r/restriction/workflows',
    r({ restriction: { workflows: 'a' } }),
    '[workflows] field. expected a string array',
  ],
  ['/r/restriction/workflows/0', r({ restriction: { workflows: [5] } }), NUMBER_IN_ARRAY],
];

export const VALID_ROLE_DESCRIPTORS: readonly object[] = [
  {},
  r({}),
  { a: {}, b: { cluster: ['monitor'] }, c: {} },
  { _a: {} },
  { 'a b': {} },
  { 'a/b~c': {} },
  { ['a'.repeat(1024)]: {} },
  r({ cluster: null }),
  r({ cluster: [] }),
  r({ cluster: ['monitor', 'ALL', 'cluster:monitor/*'] }),
  r({ run_as: null }),
  r({ run_as: ['ann', '*'] }),
  r({ indices: [] }),
  r({ index: [{ names: ['a'], privileges: ['read'] }] }),
  index({}),
  index({ names: '' }),
  index({ names: ['*', 'books-?', '-a', '<logs-{now/d}>', 'a:b'] }),
  index({ names: ['/books-[0-9]{1,3}/', '//'] }),
  index({ privileges: ['READ', 'indices:data/read/*'] }),
  index({ field_security: { grant: [] } }),
  index({ field_security: { grant: ['*'], except: ['secret'] } }),
  index({ query: null }),
  index({ query: '{"match_all": {}}' }),
  index({ query: { match_all: {} } }),
  index({ allow_restricted_indices: true }),
  index({ transient_metadata: {} }),
  r({ applications: [] }),
  application({}),
  application({ privileges: 'read', resources: '*' }),
  application({ application: 'kibana-.kibana', privileges: ['feature_a.all', 'login:', 'a*'] }),
  application({ application: '*' }),
  application({ application: 'ab-*', resources: ['', 'space:é'] }),
  remoteIndex({}),
  remoteIndex({ clusters: [] }),
  remoteIndex({ field_security: { grant: ['a'] }, query: '{}' }),
  remoteCluster({}),
  remoteCluster({ privileges: ['monitor_stats'], clusters: ['*'] }),
  r({ metadata: { a: { _b: null } } }),
  r({ transient_metadata: { enabled: true, _a: 1 } }),
  r({ global: {} }),
  r({ global: { application: { manage: { applications: ['app-*'] } } } }),
  r({ restriction: {} }),
  r({ restriction: workflows }),
  { a: { restriction: {} }, b: {} },
  r({ type: 5 }),
];
