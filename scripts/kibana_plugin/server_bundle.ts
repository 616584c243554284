import path from 'node:path';
import { rspack } from '@rspack/core';
import { type Bundle, bundle } from './bundle.ts';

/** Bundles `server/` for Kibana: one CommonJS file, `index.js`, that people can read in a stack trace. */
export const bundleServer = (root: string): Promise<Bundle> =>
  bundle({
    context: root,
    syntax: 'es2023',
    // What Kibana 9.1 brings.
    target: 'node22',
    entry: path.join(root, 'server/index.ts'),
    // What is loaded later stays in the one file.
    module: { parser: { javascript: { dynamicImportMode: 'eager' } } },
    output: { filename: 'index.js', library: { type: 'commonjs2' } },
    // One of Kibana's own packages, which the plugin finds there.
    externals: { '@kbn/config-schema': 'commonjs @kbn/config-schema' },
    optimization: {
      minimizer: [
        new rspack.SwcJsMinimizerRspackPlugin({
          extractComments: false,
          minimizerOptions: {
            minify: false,
            compress: false,
            mangle: false,
            format: { comments: false, beautify: true },
          },
        }),
      ],
    },
  });
