import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';

export interface KeptFolder {
  /** The folder of all folders of this kind. */
  readonly parent: string;
  /** Changes with what the folder holds. */
  readonly name: string;
  /** Makes the content, in a folder that is empty. */
  readonly fill: (folder: string) => Promise<void>;
}

/** How many stay: a console that runs goes on with its own while newer ones are made. */
const KEPT = 3;

/**
 * Gives `parent/name`, filled where it is not there yet. A filling that is cut short leaves no such
 * folder, two at once give the same one, and the oldest of several go. Rejects as `fill` does.
 */
export async function keptFolder({ parent, name, fill }: KeptFolder): Promise<string> {
  const folder = path.join(parent, name);
  if (existsSync(folder)) {
    await utimes(folder, new Date(), new Date()); // in use again, so not an old one
    return folder;
  }
  await mkdir(parent, { recursive: true });
  const fresh = await mkdtemp(path.join(parent, 'unfinished-'));
  try {
    await fill(fresh);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was faster with the same content.
    if (!existsSync(folder)) throw error;
  }
  await removeOld(parent);
  return folder;
}

async function removeOld(parent: string): Promise<void> {
  const folders = (await readdir(parent)).map((name) => path.join(parent, name));
  const dated = await Promise.all(
    folders.map(async (folder) => ({ folder, made: (await stat(folder)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.made - a.made).slice(KEPT);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
