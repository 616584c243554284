import { describe, expect, it } from '@jest/globals';
import type { ExcessPrivilege } from '../../../common/http_api/check_privileges.ts';
import { grantedPrivileges } from './granted_privileges.ts';
import { missingPrivileges } from './missing_privileges.ts';

const missing = (path: string, privilege: string, name?: string): ExcessPrivilege => ({
  role: 'r',
  path,
  kind: name === undefined ? 'cluster' : 'index',
  privilege,
  ...(name !== undefined && { names: [name] }),
});

const grantsOf = (
  descriptor: Parameters<typeof grantedPrivileges>[0][string],
  ...excess: readonly ExcessPrivilege[]
) => grantedPrivileges({ r: descriptor }, missingPrivileges(excess))[0];

describe('what a key gets', () => {
  it('is all that is asked for, where its owner has all of it', () => {
    expect(
      grantsOf({
        cluster: ['monitor'],
        indices: [{ names: ['books', 'films'], privileges: ['read', 'write'] }],
        applications: [{ application: 'app', privileges: 'read', resources: '*' }],
      })?.grants,
    ).toEqual([
      { kind: 'cluster', privileges: ['monitor'] },
      { kind: 'index', privileges: ['read', 'write'], names: ['books', 'films'], only: 'all' },
      { kind: 'application', application: 'app', privileges: ['read'], names: ['*'] },
    ]);
  });

  it('lacks what its owner lacks, by index', () => {
    expect(
      grantsOf(
        {
          cluster: ['monitor', 'manage_security'],
          indices: [{ names: ['books', 'films', 'orders'], privileges: ['read', 'write'] }],
        },
        missing('/r/cluster/1', 'manage_security'),
        missing('/r/indices/0/privileges/1', 'write', 'films'),
        missing('/r/indices/0/privileges/0', 'read', 'orders'),
        missing('/r/indices/0/privileges/1', 'write', 'orders'),
      )?.grants,
    ).toEqual([
      { kind: 'cluster', privileges: ['monitor'] },
      { kind: 'index', privileges: ['read', 'write'], names: ['books'], only: 'all' },
      { kind: 'index', privileges: ['read'], names: ['films'], only: 'all' },
    ]);
  });

  it('is nothing of a role that asks for nothing, or for what its owner lacks', () => {
    expect(grantsOf({})?.grants).toEqual([]);
    expect(grantsOf({ cluster: ['all'] }, missing('/r/cluster/0', 'all'))?.grants).toEqual([]);
  });

  it('may be some documents and fields only', () => {
    const index = { names: 'books', privileges: ['read'] };
    const field_security = { grant: ['title'] };
    expect(
      grantsOf({
        indices: [
          { ...index, query: '{}' },
          { ...index, field_security },
          { ...index, query: {}, field_security },
          { ...index, query: null },
        ],
      })?.grants,
    ).toMatchObject(['documents', 'fields', 'both', 'all'].map((only) => ({ only })));
  });

  it('has the other names of fields, and places that need an escape', () => {
    expect(
      grantedPrivileges(
        {
          'a/b~c': {
            index: [{ names: 'books', privileges: ['read'] }],
            application: [{ application: 'app', privileges: ['p', 'q'], resources: ['*'] }],
          },
        },
        missingPrivileges([
          missing('/a~1b~0c/index/0/privileges/0', 'read', 'books'),
          missing('/a~1b~0c/application/0/privileges/1', 'q', '*'),
        ]),
      )[0]?.grants,
    ).toEqual([{ kind: 'application', application: 'app', privileges: ['p'], names: ['*'] }]);
  });

  it('names what cannot be checked, and the workflows that are all it is for', () => {
    expect(
      grantsOf({
        run_as: ['ann'],
        remote_cluster: [{ privileges: ['monitor_enrich'], clusters: ['*'] }],
        remote_indices: [],
        applications: [{ application: 'kibana-*', privileges: ['read'], resources: ['*'] }],
        restriction: { workflows: ['search_application_query'] },
      }),
    ).toMatchObject({
      grants: [],
      unchecked: ['run_as', 'remote_cluster', 'applications'],
      workflows: ['search_application_query'],
    });
  });
});

it('what is missing at one place is one entry with all its names', () => {
  expect(
    missingPrivileges([
      missing('/r/indices/0/privileges/0', 'read', 'a'),
      missing('/r/indices/0/privileges/0', 'read', 'b'),
      missing('/r/cluster/0', 'all'),
    ]),
  ).toEqual([
    { path: '/r/indices/0/privileges/0', kind: 'index', privilege: 'read', names: ['a', 'b'] },
    { path: '/r/cluster/0', kind: 'cluster', privilege: 'all', names: [] },
  ]);
});
