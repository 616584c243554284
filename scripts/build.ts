/** `npm run build`: zips of the plugin for Kibana. */
import path from 'node:path';
import { BuildArgumentsError, takeBuildArguments } from './kibana_plugin/build_arguments.ts';
import { buildZips } from './kibana_plugin/build_zips.ts';

const USAGE = `Builds zips of the plugin, which bin/kibana-plugin installs.

  npm run build -- --kibana-version X.Y.Z[,X.Y.Z]

  --kibana-version  the releases of Kibana to build for, 9.1.0 or later: Kibana takes only what
                    was built for exactly its own. Each makes build/projectApiKeys-X.Y.Z.zip, and beside it a
                    .sbom.json of the packages inside`;

async function main(args: readonly string[]): Promise<void> {
  const wanted = takeBuildArguments(args);
  if (wanted.kind === 'help') return console.log(USAGE);
  const root = path.resolve(import.meta.dirname, '..');
  const files = await buildZips(root, wanted.kibanaVersions);
  for (const file of files) console.log(path.relative(root, file));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BuildArgumentsError ? error.message : error);
  process.exitCode = 1;
}
