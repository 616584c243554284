import type { Installed } from './lock_file.ts';

/** Of what is passed on to others: they may do with it what they may do with the project. */
const FOR_THE_PRODUCT: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
];

/** Of what only builds and tests, so is used and not passed on. */
const FOR_TOOLS: readonly string[] = [
  ...FOR_THE_PRODUCT,
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'MIT-0',
  'MPL-2.0',
  'Unlicense',
  'Zlib',
];

interface Exception {
  /** What the package states: where it states something else one day, this is no exception for it. */
  readonly stated: string;
  /** What that means, as an SPDX expression. */
  readonly licence: string;
  readonly reason: string;
}

/** The choice that the LICENSE.txt of these packages gives. */
const dual = (reason: string): Exception => ({
  stated: 'SEE LICENSE IN LICENSE.txt',
  licence: 'Elastic-2.0 OR SSPL-1.0',
  reason,
});

/** Packages that are taken under another licence, by name. */
export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  '@elastic/charts': dual("Kibana's charts"),
  '@elastic/eui': dual("Kibana's components, which a plugin of it consists of"),
  '@elastic/eui-theme-borealis': dual('the theme of EUI'),
  '@elastic/eui-theme-common': dual('what the theme of EUI stands on'),
  '@elastic/esql-definitions': {
    stated: 'Elastic-2.0',
    licence: 'Elastic-2.0',
    reason: 'EUI asks for it, to colour code',
  },
};

/** How many packages state each licence, the most frequent first. */
export function licenceCounts(packages: readonly Installed[]): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const { license = 'none' } of foreign(packages))
    counts.set(license, (counts.get(license) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** A sentence for each package whose licence is not allowed, and each exception without a package. */
export function licenceProblems(packages: readonly Installed[]): readonly string[] {
  const refused = foreign(packages).flatMap(({ name, folder, license = 'none', dev }) => {
    if (EXCEPTIONS[name]?.stated === license) return [];
    if (isAllowed(license, dev === true ? FOR_TOOLS : FOR_THE_PRODUCT)) return [];
    return [`${folder}: its licence, ${license}, is not on the list`];
  });
  const names = new Set(packages.map(({ name }) => name));
  const unused = Object.keys(EXCEPTIONS).filter((name) => !names.has(name));
  return [...refused, ...unused.map((name) => `${name}: an exception, and not installed`)];
}

/** All but our own workspaces. */
const foreign = (packages: readonly Installed[]) => packages.filter(({ link }) => link !== true);

/** Whether all licences of the expression are on the list, even where one of them would do. */
const isAllowed = (expression: string, list: readonly string[]): boolean =>
  expression
    .replace(/^\((.+)\)$/, '$1')
    .split(/ (?:AND|OR) /)
    .every((licence) => list.includes(licence));
