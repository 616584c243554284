import path from 'node:path';
import type { ExternalItem } from '@rspack/core';
import { type Bundle, bundle } from './bundle.ts';
import { defineBundle } from './define_bundle.ts';

/** What Kibana lends under the same names in all its versions; everything else is bundled. */
const SHARED_DEPS: Readonly<Record<string, string>> = {
  '@elastic/eui': 'ElasticEui',
  '@emotion/react': 'EmotionReact',
  moment: 'Moment',
  react: 'React',
  'react-dom': 'ReactDom',
};

const lentByKibana: ExternalItem = ({ request = '' }, callback) => {
  const name = SHARED_DEPS[request];
  if (name === undefined) callback();
  else callback(undefined, `var __kbnSharedDeps__.${name}`);
};

const EXPORTS = 'pluginExports';

/** Bundles `public/` for Kibana: `<id>.plugin.js`, and the chunks that it loads, named by content. */
export async function bundlePublic(root: string, id: string): Promise<Bundle> {
  const inPage = (file: string) => path.join(root, 'scripts/kibana_plugin/in_page', file);
  const entry = `${id}.plugin.js`;
  const { files, packages } = await bundle({
    context: root,
    syntax: 'es2020',
    target: ['web', 'es2020'],
    entry: inPage('entry.ts'),
    output: {
      filename: entry,
      chunkFilename: `${id}.chunk.[contenthash].js`,
      chunkLoadingGlobal: `__${id}Chunks__`,
      library: { type: 'var', name: EXPORTS },
      publicPath: '', // the entry sets it
      uniqueName: id,
    },
    externals: lentByKibana,
    resolve: {
      alias: {
        'react/jsx-runtime$': inPage('jsx_runtime.ts'),
        'react-dom/client$': inPage('react_dom_client.ts'),
      },
    },
    // Few files rather than one for each set of packages.
    optimization: { splitChunks: { cacheGroups: { defaultVendors: false } } },
  });
  const code = files.get(entry);
  if (code === undefined) throw new Error(`rspack made no ${entry}`);
  const script = defineBundle({ id, code: code.toString(), exports: EXPORTS });
  return { files: new Map([...files, [entry, Buffer.from(script)]]), packages };
}
