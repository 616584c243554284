import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';

/**
 * Writes the files of a zip into `folder`, which is empty, and never elsewhere: yauzl refuses names
 * with `..`, `\` or a root, and here links are refused.
 * @throws Error that says what is wrong with the zip
 */
export async function unpack(zip: Buffer, folder: string): Promise<void> {
  const opened = await fromBufferPromise(zip);
  for await (const entry of opened.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    if (isLink(entry)) throw new Error(`${entry.fileName} is a link`);
    const file = path.join(folder, entry.fileName);
    await mkdir(path.dirname(file), { recursive: true });
    const content = await buffer(await opened.openReadStreamPromise(entry));
    // Of two entries of one name nobody knows which is meant: the second fails.
    await writeFile(file, content, { flag: 'wx' });
  }
}

/** The upper half of the attributes holds the mode that the file has under Unix. */
const isLink = ({ externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & TYPE_BITS) === SYMBOLIC_LINK;
const TYPE_BITS = 0o170000;
const SYMBOLIC_LINK = 0o120000;
