import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { EXCEPTIONS } from './licences.ts';

/** CycloneDX 1.5 as npm writes it, as far as it is looked at. */
export interface Sbom {
  readonly serialNumber?: string;
  readonly metadata: { readonly timestamp?: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

interface Component {
  /** `some-package@1.0.0` */
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly unknown[];
}

/** What an SBOM is of: one file, to be told by its SHA-256 in hexadecimal digits. */
interface Product {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
}

/**
 * What `npm sbom` says of all packages, those for development too: its own `--omit dev` leaves out
 * whatever a tool needs as well. Peers are not looked at because it refuses a tree where one is of
 * another version than asked for, as EUI's redux is for the types of `@elastic/charts`.
 * @throws Error where npm fails
 */
export async function sbomOfAll(root: string): Promise<Sbom> {
  const options = ['--sbom-format=cyclonedx', '--package-lock-only', '--legacy-peer-deps'];
  const { stdout } = await promisify(execFile)('npm', ['sbom', ...options], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout);
}

/** The packages in these folders, each as `some-package@1.0.0`. */
export const packageRefs = (folders: readonly string[]): Promise<readonly string[]> =>
  Promise.all(
    folders.map(async (folder) => {
      const manifest = await readFile(path.join(folder, 'package.json'), 'utf8');
      const { name, version } = JSON.parse(manifest);
      return `${name}@${version}`;
    }),
  );

/**
 * Of `all` the part that is in the product, the same each time it is made.
 * @throws Error that names a package of the product which `all` does not have
 */
export function sbomOf(product: Product, refs: readonly string[], all: Sbom): Sbom {
  const { serialNumber: _random, ...rest } = all;
  const { timestamp: _now, component, ...metadata } = all.metadata;
  const known = new Map(all.components.map((one) => [one['bom-ref'], one]));
  const kept = new Set([component['bom-ref'], ...refs]);
  return {
    ...rest,
    metadata: { ...metadata, component: asProduct(component, product) },
    components: [...new Set(refs)].sort().map((ref) => {
      const found = known.get(ref);
      if (found === undefined) throw new Error(`npm sbom does not know ${ref}`);
      return withLicence(found);
    }),
    dependencies: all.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => kept.has(on)) })),
  };
}

/** npm names it after the folder that it is in. */
const asProduct = (project: Component, { name, version, sha256 }: Product) => ({
  'bom-ref': project['bom-ref'],
  type: 'application',
  name,
  version,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
  ...(project.licenses !== undefined && { licenses: project.licenses }),
});

/** npm tells of no licence that is not stated as an SPDX expression. */
function withLicence(component: Component): Component {
  const exception = EXCEPTIONS[component.name];
  if (component.licenses !== undefined || exception === undefined) return component;
  return { ...component, licenses: [{ expression: exception.licence }] };
}
