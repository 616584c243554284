import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const PACKAGES = './test/kibana_9_1/node_modules';

/** Takes EUI and its theme in the versions that Kibana 9.1 has, the oldest that the page runs on. */
export const euiOfKibana91: Plugin = {
  name: 'eui-of-kibana-9.1',
  setup(build) {
    build.onResolve({ filter: /^@elastic\/eui(-theme-borealis)?$/ }, ({ path, kind }) =>
      build.resolve(`${PACKAGES}/${path}`, {
        resolveDir: build.initialOptions.absWorkingDir ?? '.',
        kind,
      }),
    );
    // This version asks for icons by names without `.js`, which only webpack completes.
    build.onLoad({ filter: /\/eui\/es\/components\/icon\/icon\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(
        "'./assets/' + typeToPathMap[iconType])",
        "'./assets/' + typeToPathMap[iconType] + '.js')",
      ),
    }));
  },
};
