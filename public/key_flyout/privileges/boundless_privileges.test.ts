import { describe, expect, it } from '@jest/globals';
import type { RoleDescriptors } from '../../../common/role_descriptors.ts';
import { boundlessPrivileges } from './boundless_privileges.ts';

const indices = (names: string | string[], ...privileges: string[]) => ({
  indices: [{ names, privileges }],
});

describe('a role descriptor', () => {
  it.each<[RoleDescriptors[string], ('cluster' | 'indices')[]]>([
    [{ cluster: ['monitor', 'all'] }, ['cluster']],
    [{ cluster: ['ALL'] }, ['cluster']],
    [{ cluster: ['cluster:*'] }, ['cluster']],
    [indices('*', 'all'), ['indices']],
    [indices(['books', '**'], 'read', 'ALL'), ['indices']],
    [indices('/.*/', 'indices:*'), ['indices']],
    [{ index: [{ names: '*', privileges: ['all'] }] }, ['indices']],
    [{ cluster: ['all'], ...indices('*', 'all') }, ['cluster', 'indices']],
    [{ cluster: ['manage', 'manage_security'] }, []],
    [{ cluster: null }, []],
    [indices('books', 'all'), []],
    [indices('books-*', 'all'), []],
    [indices('*', 'read', 'write'), []],
    [{}, []],
  ])('%j gives all there is over %j', (descriptor, over) => {
    expect(boundlessPrivileges({ r: descriptor })).toEqual(
      over.map((each) => ({ role: 'r', over: each })),
    );
  });
});
