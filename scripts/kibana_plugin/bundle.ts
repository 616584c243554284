import path from 'node:path';
import { promisify } from 'node:util';
import {
  type Compilation,
  ConcatenatedModule,
  type RspackOptions,
  rspack,
  type Stats,
} from '@rspack/core';
import { LEAN_MODULES } from '../lean_packages.ts';
import type { Files } from './files.ts';

export interface BundleOptions extends RspackOptions {
  /** The repository's folder. */
  readonly context: string;
  /** The JavaScript that all code becomes, that of packages too. */
  readonly syntax: 'es2020' | 'es2023';
}

export interface Bundle {
  readonly files: Files;
  /** The folders of the packages that are in them, sorted. */
  readonly packages: readonly string[];
}

/**
 * Bundles for production, and writes nothing.
 * @throws Error with rspack's report where something does not resolve or parse
 */
export async function bundle({ syntax, ...options }: BundleOptions): Promise<Bundle> {
  const compiler = rspack({
    ...options,
    mode: 'production',
    devtool: false,
    module: { ...options.module, rules: [compiledTo(syntax)] },
    plugins: [...leanModules(options.context), ...(options.plugins ?? [])],
  });
  compiler.hooks.shouldEmit.tap('bundle', () => false);
  try {
    const stats = await promisify<Stats | undefined>(compiler.run.bind(compiler))();
    if (stats === undefined) throw new Error('rspack made nothing');
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    const assets = stats.compilation.getAssets();
    return {
      files: new Map(assets.map(({ name, source }) => [name, source.buffer()])),
      packages: packagesOf(stats.compilation),
    };
  } finally {
    await promisify(compiler.close.bind(compiler))();
  }
}

const compiledTo = (target: BundleOptions['syntax']) => ({
  test: /\.[mc]?[jt]sx?$/,
  type: 'javascript/auto',
  resolve: { fullySpecified: false },
  loader: 'builtin:swc-loader',
  options: {
    jsc: {
      target,
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'classic' } },
    },
  },
});

const leanModules = (root: string) =>
  LEAN_MODULES.map(
    ({ request, importer, by }) =>
      new rspack.NormalModuleReplacementPlugin(request, (data) => {
        if (importer?.test(withSlashes(data.contextInfo.issuer)) === false) return;
        data.request =
          'file' in by ? path.join(root, by.file) : data.request.replace(request, by.name);
      }),
  );

function packagesOf({ chunks, chunkGraph }: Compilation): string[] {
  const modules = [...chunks]
    .flatMap((chunk) => chunkGraph.getChunkModules(chunk))
    .flatMap((module) => (module instanceof ConcatenatedModule ? module.modules : [module]));
  const folders = modules.flatMap((module) => packageFolder(module.nameForCondition() ?? '') ?? []);
  return [...new Set(folders)].sort();
}

const packageFolder = (file: string): string | undefined =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(withSlashes(file))?.[0];

const withSlashes = (file: string) => file.replaceAll(path.sep, '/');
