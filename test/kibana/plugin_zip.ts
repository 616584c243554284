import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBufferPromise } from 'yauzl';

export const ROOT = path.resolve(__dirname, '../..');
export const zipFile = (kibanaVersion: string) =>
  path.join(ROOT, 'build', `projectApiKeys-${kibanaVersion}.zip`);
/** Where the zip has the plugin. */
export const FOLDER = 'kibana/projectApiKeys';

export interface Zip {
  readonly entries: readonly Entry[];
  /** Contents by path below the plugin's folder. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Reads the zip that was built for this version of Kibana, strictly. */
export async function readZip(kibanaVersion: string): Promise<Zip> {
  const zip = await fromBufferPromise(await readFile(zipFile(kibanaVersion)), {
    strictFileNames: true,
  });
  const entries: Entry[] = [];
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    entries.push(entry);
    const contents = await buffer(await zip.openReadStreamPromise(entry));
    files.set(path.posix.relative(FOLDER, entry.fileName), contents);
  }
  return { entries, files };
}

/** The scripts of the browser, by file name. */
export const browserScripts = ({ files }: Zip): ReadonlyMap<string, string> =>
  new Map(
    [...files]
      .filter(([name]) => /^target\/public\/.*\.js$/.test(name))
      .map(([name, contents]) => [path.posix.basename(name), contents.toString()]),
  );
