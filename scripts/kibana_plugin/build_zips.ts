import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import { packageRefs, sbomOf, sbomOfAll } from '../supply_chain/sbom.ts';
import { contentHash, inFolder } from './files.ts';
import { pluginManifest } from './manifest.ts';
import { pluginFiles } from './plugin_files.ts';
import { writeZip } from './zip.ts';

/**
 * Builds the plugin once, and of it `build/<plugin id>-<version>.zip` for each version of Kibana, with
 * a `.sbom.json` beside it that tells of the packages inside. Gives the files; a zip is there whole or
 * not at all.
 */
export async function buildZips(
  root: string,
  kibanaVersions: readonly string[],
): Promise<readonly string[]> {
  const read = (file: string) => readFile(path.join(root, file), 'utf8');
  const source: unknown = parse(await read('kibana.jsonc'));
  const { name, version, description, license } = JSON.parse(await read('package.json'));
  const draft = pluginManifest(source, { version, kibanaVersion: '0.0.0' });
  const { id } = draft;
  const [{ files, packages }, allPackages] = await Promise.all([
    pluginFiles(root, id),
    sbomOfAll(root),
  ]);
  const refs = await packageRefs(packages);

  // Browsers keep what they load for a year, under a URL with this version in it.
  const hash = contentHash(new Map([...files, ['kibana.json', json(draft)]]));
  const ownVersion = `${version}-build.${hash}`;

  await mkdir(path.join(root, 'build'), { recursive: true });
  const built = await Promise.all(
    kibanaVersions.map(async (kibanaVersion) => {
      const file = path.join(root, 'build', `${id}-${kibanaVersion}`);
      const [zip, sbom] = [`${file}.zip`, `${file}.sbom.json`];
      const manifest = pluginManifest(source, { version: ownVersion, kibanaVersion });
      const all = new Map([
        ...files,
        ['kibana.json', json(manifest)],
        ['package.json', json({ name, version: ownVersion, description, license, private: true })],
      ]);
      await writeZip(zip, inFolder(`kibana/${id}`, all));
      const sha256 = createHash('sha256')
        .update(await readFile(zip))
        .digest('hex');
      const product = { name: id, version: ownVersion, sha256 };
      await writeFile(sbom, json(sbomOf(product, refs, allPackages)));
      return [zip, sbom];
    }),
  );
  return built.flat();
}

const json = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
