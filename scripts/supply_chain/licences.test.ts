import { describe, expect, it } from '@jest/globals';
import { EXCEPTIONS, licenceCounts, licenceProblems } from './licences.ts';
import { installedBy } from './lock_file.ts';

/** All exceptions, so that none of them is unused, and one more package. */
const withPackage = (entry: object) =>
  installedBy({
    packages: {
      '': { license: 'Unknown' },
      ...Object.fromEntries(
        Object.entries(EXCEPTIONS).map(([name, { stated }]) => [
          `node_modules/${name}`,
          { license: stated },
        ]),
      ),
      'node_modules/one/node_modules/@some/other': entry,
    },
  });

describe('the licence of a package', () => {
  it.each([
    ['a permissive one', { license: 'MIT' }],
    ['two of them', { license: '(BSD-3-Clause AND Apache-2.0)' }],
    ['of a tool: a weaker one', { license: 'MPL-2.0', dev: true }],
    ['of a tool: one of two', { license: '(MIT OR CC0-1.0)', dev: true }],
    ['of our own workspace', { link: true }],
  ])('may be %s', (_what, entry) => {
    expect(licenceProblems(withPackage(entry))).toEqual([]);
  });

  it.each([
    ['none', {}],
    ['AGPL-3.0-only', { license: 'AGPL-3.0-only', dev: true }],
    ['MIT AND GPL-2.0-only', { license: 'MIT AND GPL-2.0-only' }],
    ['MIT OR GPL-2.0-only', { license: 'MIT OR GPL-2.0-only' }],
    ['MPL-2.0', { license: 'MPL-2.0' }],
    ['SEE LICENSE IN LICENSE.txt', { license: 'SEE LICENSE IN LICENSE.txt' }],
  ])('is told where it is %s', (licence, entry) => {
    expect(licenceProblems(withPackage(entry))).toEqual([
      `node_modules/one/node_modules/@some/other: its licence, ${licence}, is not on the list`,
    ]);
  });

  it('is told where an exception was made for another one', () => {
    const changed = { name: '@elastic/eui', license: 'Elastic-3.0' };
    expect(licenceProblems(withPackage(changed))).toHaveLength(1);
  });

  it('is told where an exception is for nothing', () => {
    expect(licenceProblems([])).toContain('@elastic/eui: an exception, and not installed');
  });

  it('is counted for all packages but our own', () => {
    const packages = installedBy({
      packages: {
        '': { license: 'Apache-2.0' },
        'node_modules/a': { license: 'ISC' },
        'node_modules/b': { license: 'MIT' },
        'node_modules/a/node_modules/b': { license: 'MIT' },
        'node_modules/c': { link: true, resolved: 'test/c' },
        'test/c': {},
      },
    });
    expect(licenceCounts(packages)).toEqual([
      ['MIT', 2],
      ['ISC', 1],
    ]);
  });
});
