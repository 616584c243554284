import { expect, it } from '@jest/globals';
import { tidyRoleDescriptors } from './tidy_role_descriptors.ts';

it('role descriptors read as they were written, not as Elasticsearch stores them', () => {
  expect(
    tidyRoleDescriptors({
      'books-read-only': {
        cluster: [],
        indices: [{ names: ['books'], privileges: ['read'], allow_restricted_indices: false }],
        applications: [],
        run_as: [],
        metadata: {},
        transient_metadata: { enabled: true },
      },
    }),
  ).toEqual({ 'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] } });
});

it('what means something stays', () => {
  const descriptors = {
    nothing: {},
    much: {
      cluster: ['all'],
      indices: [{ names: ['.security'], privileges: ['read'], allow_restricted_indices: true }],
      metadata: { empty: {} },
      transient_metadata: { enabled: false },
    },
  };
  expect(tidyRoleDescriptors(descriptors)).toEqual(descriptors);
});
