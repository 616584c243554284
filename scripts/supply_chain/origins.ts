import { installedBy, type LockFile } from './lock_file.ts';

interface Manifest {
  /** Of packages that would run a script when they are installed: whether they may. */
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly workspaces: readonly string[];
}

/**
 * A sentence for each entry of the lock file that would let other code in than that which was looked
 * at: without a SHA-512, from a place of its own, or run at once without anybody having decided so.
 */
export function originProblems(
  lock: LockFile,
  { allowScripts, workspaces }: Manifest,
): readonly string[] {
  const packages = installedBy(lock);
  const withScript = packages.filter(({ hasInstallScript }) => hasInstallScript === true);
  const links = packages.filter(({ link }) => link === true);
  const fetched = packages.filter(({ link }) => link !== true);
  const names = new Set(withScript.map(({ name }) => name));
  return [
    ...fetched
      .filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
      .map(({ folder }) => `${folder}: no SHA-512`),
    ...fetched.flatMap(({ folder, resolved }) =>
      resolved === undefined ? [] : [`${folder}: comes from a place of its own, ${resolved}`],
    ),
    ...links
      .filter(({ resolved = '' }) => !workspaces.includes(resolved))
      .map(({ folder, resolved }) => `${folder}: ${resolved} is no workspace`),
    ...withScript
      .filter(({ name }) => !Object.hasOwn(allowScripts, name))
      .map(({ folder }) => `${folder}: has an install script that allowScripts does not tell of`),
    ...Object.keys(allowScripts)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: in allowScripts, and has no install script`),
  ];
}
