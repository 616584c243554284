import { describe, expect, it } from '@jest/globals';
import type { LockFile } from './lock_file.ts';
import { originProblems } from './origins.ts';

const integrity = `sha512-${'a'.repeat(86)}==`;
const PROJECT = { allowScripts: { built: true, unwanted: false }, workspaces: ['test/ours'] };
const PACKAGES = {
  '': {},
  'node_modules/built': { integrity, hasInstallScript: true },
  'node_modules/unwanted': { integrity, hasInstallScript: true },
  'node_modules/ours': { link: true, resolved: 'test/ours' },
  'test/ours': {},
};

const problemsWith = (packages: LockFile['packages']) =>
  originProblems({ packages: { ...PACKAGES, ...packages } }, PROJECT);

describe('the lock file', () => {
  it('may have packages of the registry by their SHA-512, and our own workspaces', () => {
    expect(problemsWith({ 'node_modules/some': { integrity } })).toEqual([]);
  });

  it.each([
    ['no hash', {}, 'no SHA-512'],
    ['a weak hash', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'no SHA-512'],
    ['a weak hash to choose', { integrity: `${integrity} sha1-2jmj7l5rSw0=` }, 'no SHA-512'],
    [
      'an address',
      { integrity, resolved: 'https://elsewhere.test/some.tgz' },
      'comes from a place of its own, https://elsewhere.test/some.tgz',
    ],
    ['a link', { link: true, resolved: '../some' }, '../some is no workspace'],
    [
      'a script',
      { integrity, hasInstallScript: true },
      'has an install script that allowScripts does not tell of',
    ],
  ])('has a problem where a package has %s', (_what, entry, problem) => {
    expect(problemsWith({ 'node_modules/@some/package': entry })).toEqual([
      `node_modules/@some/package: ${problem}`,
    ]);
  });

  it('has a problem where a script is allowed that is not there', () => {
    expect(problemsWith({ 'node_modules/built': { integrity } })).toEqual([
      'built: in allowScripts, and has no install script',
    ]);
  });
});
