import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { keptFolder } from '../../scripts/kept_folder.ts';
import { type PluginManifest, parseManifest } from '../../scripts/kibana_plugin/manifest.ts';
import type { Plugin, PluginInitializerContext } from '../../server/index.ts';
import { PluginZipError } from './plugin_zip_error.ts';
import { unpack } from './unpack.ts';

/** A plugin as it was built for one version of Kibana. */
export interface PluginZip {
  readonly manifest: PluginManifest;
  /** The server plugin's entry point. */
  readonly plugin: (context: PluginInitializerContext) => Plugin;
  /** The folder of its browser code. */
  readonly browserCode: string;
}

/**
 * Unpacks a plugin's zip into a folder below `unpacked` that is named by its content, and loads its
 * server code.
 * @throws PluginZipError where Kibana would not take it
 */
export async function openPluginZip(file: string, unpacked: string): Promise<PluginZip> {
  try {
    const zip = await readFile(file);
    const folder = await keptFolder({
      parent: unpacked,
      name: createHash('sha256').update(zip).digest('hex').slice(0, 16),
      fill: (fresh) => unpack(zip, fresh),
    });
    return await loadPlugin(path.join(folder, await pluginFolder(folder)));
  } catch (error) {
    throw new PluginZipError(file, error as Error);
  }
}

/** How `kibana-plugin install` finds a plugin in a zip; takes `kibana.jsonc` as well. */
const MANIFEST = /(kibana[\\/][^\\/]+)[\\/]kibana.json/;

/** `kibana/<id>` */
async function pluginFolder(unpacked: string): Promise<string> {
  const files = await readdir(unpacked, { recursive: true });
  const folders = files.flatMap((file) => MANIFEST.exec(file)?.[1] ?? []);
  const [folder, ...others] = folders;
  if (folder === undefined || others.length > 0)
    throw new Error(`expected one kibana/<id>/kibana.json, got ${folders.length}`);
  return folder;
}

async function loadPlugin(folder: string): Promise<PluginZip> {
  const text = await readFile(path.join(folder, 'kibana.json'), 'utf8');
  const manifest = parseManifest(JSON.parse(text));
  // Part of an address, and of an attribute in a document.
  if (!/^[\w.+-]+$/.test(manifest.version))
    throw new Error(`expected a version of letters, digits and .+-, got "${manifest.version}"`);
  const load = createRequire(path.join(folder, 'kibana.json'));
  const { plugin }: { plugin?: unknown } = load('./server/index.js');
  if (typeof plugin !== 'function') throw new Error('server/index.js exports no function "plugin"');
  const browserCode = path.join(folder, 'target/public');
  await access(path.join(browserCode, `${manifest.id}.plugin.js`));
  return { manifest, plugin: plugin as PluginZip['plugin'], browserCode };
}
