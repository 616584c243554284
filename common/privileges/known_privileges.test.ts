import { describe, expect, it } from '@jest/globals';
import { CLUSTER_PRIVILEGES, REMOTE_CLUSTER_PRIVILEGES } from './cluster_privileges.ts';
import { INDEX_PRIVILEGES } from './index_privileges.ts';
import { meaningOf } from './known_privilege.ts';

describe.each([
  ['cluster', CLUSTER_PRIVILEGES],
  ['index', INDEX_PRIVILEGES],
  ['remote cluster', REMOTE_CLUSTER_PRIVILEGES],
])('every %s privilege', (_kind, privileges) => {
  it('is listed once, in the order of the names', () => {
    const names = privileges.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
  });

  it.each(privileges.map((privilege) => [privilege.name, meaningOf(privilege)]))(
    '%s has a line of meaning: %s',
    (_name, meaning) => {
      expect(meaning).toMatch(/^[A-Z].{5,110}\.$/);
    },
  );
});

const markedMeaning = (name: string) =>
  CLUSTER_PRIVILEGES.filter((privilege) => privilege.name === name).map(meaningOf);

it('what a serverless project lacks, and what only it has, is marked', () => {
  expect(markedMeaning('manage_ilm')).toEqual([expect.stringMatching(/Not on serverless\.$/)]);
  expect(markedMeaning('read_project_routing')).toEqual([expect.stringMatching(/Only on/)]);
  expect(markedMeaning('monitor')).toEqual([expect.not.stringMatching(/serverless/)]);
});
