/** What `package-lock.json` says, as far as it is looked at. */
export interface LockFile {
  /** By folder: '' for this project, `test/some` for a workspace, `node_modules/some` for the rest. */
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  /** Where it is not that of the folder. */
  readonly name?: string;
  /** As the package states it: an SPDX expression, or words that send to a file. */
  readonly license?: string;
  /** That it is needed only to build and test. */
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

export interface Installed extends LockEntry {
  readonly name: string;
  readonly folder: string;
}

/** All that npm installs by the lock file, on whatever platform, in its order. */
export const installedBy = ({ packages }: LockFile): readonly Installed[] =>
  Object.entries(packages).flatMap(([folder, entry]) => {
    const [, name] = /.*node_modules\/(.+)$/.exec(folder) ?? [];
    return name === undefined ? [] : [{ name, ...entry, folder }];
  });
