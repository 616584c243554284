import { describe, expect, it } from '@jest/globals';
import { decode } from './decode.ts';
import { RoleDescriptors } from './role_descriptors.ts';

const index = (fields: object) => ({ indices: [{ names: 'a', privileges: ['read'], ...fields }] });
const remoteIndex = (fields: object) => ({
  remote_indices: [{ names: 'a', privileges: ['read'], clusters: ['x'], ...fields }],
});
const application = (fields: object) => ({
  applications: [{ application: 'app', privileges: ['read'], resources: ['*'], ...fields }],
});
const remoteCluster = (fields: object) => ({
  remote_cluster: [{ privileges: ['monitor_enrich'], clusters: ['x'], ...fields }],
});

const wrongPlaces = (input: unknown) => {
  const decoded = decode(RoleDescriptors, input);
  return decoded.ok ? [] : decoded.problems.map(({ path }) => path.join('.'));
};

// Each of these was sent to Elasticsearch 9.5.3, which took it.
describe('a role descriptor is taken', () => {
  it.each([
    {},
    { cluster: null },
    { cluster: [] },
    { cluster: ['monitor', 'cluster:monitor/*'] },
    { indices: [] },
    { index: [{ names: ['a'], privileges: ['read'] }] },
    index({}),
    index({ names: '' }),
    index({ field_security: { grant: [] } }),
    index({ field_security: { grant: ['*'], except: [] } }),
    index({ query: null }),
    index({ query: '' }),
    index({ query: { match_all: {} } }),
    index({ allow_restricted_indices: true }),
    index({ transient_metadata: {} }),
    remoteIndex({}),
    remoteIndex({ clusters: [] }),
    remoteIndex({ field_security: { grant: ['a'] }, query: '{}' }),
    application({}),
    application({ privileges: 'read', resources: '*' }),
    { application: [] },
    { run_as: null },
    { run_as: ['ann'] },
    { metadata: { a: null } },
    { transient_metadata: { enabled: true } },
    { global: {} },
    { global: { application: { manage: { applications: ['a'] } } } },
    remoteCluster({}),
    { restriction: {} },
    { restriction: { workflows: ['search_application_query'] } },
    { type: 5 },
  ])('%j', (descriptor) => {
    expect(wrongPlaces({ role: descriptor })).toEqual([]);
  });
});

// Each of these was sent to Elasticsearch 9.5.3, which refused it.
describe('a role descriptor is refused', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['', []],
    ['', 'superuser'],
    ['cluster', { cluster: 'all' }],
    ['cluster.0', { cluster: [null] }],
    ['indices', { indices: null }],
    ['indices', { indices: {} }],
    ['indices.0', { indices: [null] }],
    ['indices.0.privileges', { indices: [{ names: ['a'] }] }],
    ['indices.0.names', index({ names: [] })],
    ['indices.0.names', index({ names: null })],
    ['indices.0.names.0', index({ names: [1] })],
    ['indices.0.privileges', index({ privileges: [] })],
    ['indices.0.privileges', index({ privileges: 'read' })],
    ['indices.0.field_security', index({ field_security: null })],
    ['indices.0.field_security.grant', index({ field_security: {} })],
    ['indices.0.field_security.grant', index({ field_security: { except: ['x'] } })],
    ['indices.0.field_security.grant', index({ field_security: { grant: 'x' } })],
    ['indices.0.field_security.foo', index({ field_security: { grant: [], foo: 1 } })],
    ['indices.0.query', index({ query: 5 })],
    ['indices.0.query', index({ query: [] })],
    ['indices.0.allow_restricted_indices', index({ allow_restricted_indices: 'true' })],
    ['indices.0.clusters', index({ clusters: ['x'] })],
    ['indices.0.foo', index({ foo: 1 })],
    ['remote_indices.0.clusters', remoteIndex({ clusters: 'x' })],
    ['applications.0.application', application({ application: null })],
    ['applications.0.resources', application({ resources: [] })],
    ['applications.0.foo', application({ foo: 1 })],
    ['run_as', { run_as: 'ann' }],
    ['metadata', { metadata: null }],
    ['transient_metadata', { transient_metadata: null }],
    ['global', { global: [{}] }],
    ['remote_cluster.0.clusters', remoteCluster({ clusters: [] })],
    ['remote_cluster.0.privileges', remoteCluster({ privileges: 'monitor_enrich' })],
    ['restriction', { restriction: null }],
    ['restriction.workflows', { restriction: { workflows: [] } }],
    ['description', { description: 'for roles only' }],
    ['Cluster', { Cluster: [] }],
  ])('at %s: %j', (place, descriptor) => {
    expect(wrongPlaces({ role: descriptor })).toEqual([place === '' ? 'role' : `role.${place}`]);
  });
});

describe('the name of a role', () => {
  it.each(['a', '_a', 'a b', 'a/b', '__proto__', 'a'.repeat(1024)])('may be %j', (name) => {
    expect(wrongPlaces(JSON.parse(`{${JSON.stringify(name)}:{}}`))).toEqual([]);
  });

  it.each(['', ' ', ' a', 'a ', 'é', 'a\tb', 'a'.repeat(1025)])('is not %j', (name) => {
    expect(wrongPlaces({ [name]: {} })).toEqual([name]);
  });
});
