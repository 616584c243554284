import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * A hash over the content and names of `sources` (files or folders under `root`; tests and what is
 * missing do not count) and a `salt` for everything else that decides the result.
 */
export async function hashOfSources(
  root: string,
  sources: readonly string[],
  salt: string,
): Promise<string> {
  const hash = createHash('sha256').update(salt);
  for (const source of sources) {
    for (const file of await filesOf(root, source)) {
      hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
    }
  }
  return hash.digest('hex');
}

async function filesOf(root: string, source: string): Promise<string[]> {
  const stats = await stat(path.join(root, source)).catch(() => undefined);
  if (stats === undefined) return [];
  if (stats.isFile()) return [source];
  const entries = await readdir(path.join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}
