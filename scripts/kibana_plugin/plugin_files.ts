import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Bundle } from './bundle.ts';
import { type Files, inFolder } from './files.ts';
import { licenceNotices } from './licence_notices.ts';
import { bundlePublic } from './public_bundle.ts';
import { bundleServer } from './server_bundle.ts';

/** Builds what an installed plugin consists of whatever the version of Kibana, so without manifests. */
export async function pluginFiles(root: string, id: string): Promise<Bundle> {
  const [browser, server] = await Promise.all([bundlePublic(root, id), bundleServer(root)]);
  const packages = [...new Set([...browser.packages, ...server.packages])].sort();
  const notices = await licenceNotices(packages);
  const files = new Map([
    ...inFolder('target/public', await withCompressed(browser.files)),
    ...inFolder('server', server.files),
    ...(await translations(root)),
    ['LICENSE.txt', await readFile(path.join(root, 'LICENSE'))],
    ['NOTICE.txt', Buffer.from(notices)],
  ]);
  return { files, packages };
}

/** Each file, and beside it the forms that Kibana serves to browsers that take them. */
async function withCompressed(files: Files): Promise<Files> {
  const all = await Promise.all(
    [...files].map(async ([name, contents]) => [
      [name, contents] as const,
      [`${name}.br`, await promisify(brotliCompress)(contents)] as const,
      [`${name}.gz`, await promisify(gzip)(contents, { level: 9 })] as const,
    ]),
  );
  return new Map(all.flat());
}

/** The catalogues of messages, and what tells Kibana of them, where there are any. */
async function translations(root: string): Promise<Files> {
  const files = await Array.fromAsync(glob(['.i18nrc.json', 'translations/*.json'], { cwd: root }));
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(path.join(root, file))] as const),
    ),
  );
}
