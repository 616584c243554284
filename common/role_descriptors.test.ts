import { describe, expect, it } from '@jest/globals';
import {
  INVALID_ROLE_DESCRIPTORS,
  VALID_ROLE_DESCRIPTORS,
} from '../test/helpers/role_descriptor_cases.ts';
import { decode } from './decode.ts';
import { RoleDescriptors } from './role_descriptors.ts';

/** As JSON pointers, their keys as they are. */
const wrongPlaces = (input: unknown) => {
  const decoded = decode(RoleDescriptors, input);
  return decoded.ok
    ? []
    : decoded.problems.map(({ path }) => path.map((key) => `/${key}`).join(''));
};

describe('role descriptors are taken', () => {
  it.each(VALID_ROLE_DESCRIPTORS)('%j', (descriptors) => {
    expect(wrongPlaces(descriptors)).toEqual([]);
  });

  it('also under a name that means something to JavaScript', () => {
    expect(wrongPlaces(JSON.parse('{"__proto__": {}, "constructor": {}}'))).toEqual([]);
  });
});

describe('role descriptors are refused', () => {
  it.each(INVALID_ROLE_DESCRIPTORS)('at %s: %j', (path, descriptors) => {
    expect(wrongPlaces(descriptors)).toEqual([path]);
  });

  it('at every place that is wrong', () => {
    expect(wrongPlaces({ a: { cluster: 5 }, b: { run_as: [1, 'ann', 2] } })).toEqual([
      '/a/cluster',
      '/b/run_as/0',
      '/b/run_as/2',
    ]);
  });
});
