import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { type Files, inOrder } from './files.ts';

/** A regular file that everybody may read: the installer of Kibana sets just these bits. */
const MODE = 0o100644;
/** When all was made, so that the same files make the same bytes: local time, as DOS has no other. */
const MADE = new Date(1980, 0, 1);

/** Writes the files, in order of their names, as a zip that is there whole or not at all. */
export async function writeZip(file: string, files: Files): Promise<void> {
  const zip = new ZipFile();
  for (const [name, contents] of inOrder(files))
    zip.addBuffer(contents, name, { mode: MODE, mtime: MADE, forceDosTimestamp: true });
  zip.end();

  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    await pipeline(zip.outputStream, createWriteStream(unfinished, { flush: true }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}
