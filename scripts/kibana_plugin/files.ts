import { createHash } from 'node:crypto';

/** Contents by path, with slashes. */
export type Files = ReadonlyMap<string, Buffer>;

/** The files in order of their paths, the same on every machine. */
export const inOrder = (files: Files): [string, Buffer][] =>
  [...files].sort(([a], [b]) => (a < b ? -1 : 1));

/** The same files below `folder`. */
export const inFolder = (folder: string, files: Files): Files =>
  new Map([...files].map(([name, contents]) => [`${folder}/${name}`, contents]));

/** 16 digits that are others where any of the files is another. */
export function contentHash(files: Files): string {
  const hash = createHash('sha256');
  for (const [name, contents] of inOrder(files))
    hash.update(`${name}\0${contents.length}\0`).update(contents);
  return hash.digest('hex').slice(0, 16);
}
