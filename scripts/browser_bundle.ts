import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BuildResult, Metafile, OutputFile, Plugin } from 'esbuild';
import { euiOfKibana91 } from './eui_of_kibana_9_1.ts';
import { keptFolder } from './kept_folder.ts';
import { leanPage } from './lean_page.ts';
import { hashOfSources } from './source_hash.ts';

/**
 * What the browser code is built as: the `page` with the plugin inside, or a `host` that loads the
 * plugin from its zip and lends it packages as Kibana does, in `host_9_1` with the EUI of Kibana 9.1.
 */
export type BrowserForm = 'page' | 'host' | 'host_9_1';

export interface BrowserBuild {
  /** The repository's folder. */
  readonly root: string;
  readonly mode: 'production' | 'development';
  readonly form: BrowserForm;
}

const HOST = 'standalone/browser/kibana_host.ts';
const ENTRIES = { page: 'standalone/browser/main.tsx', host: HOST, host_9_1: HOST };
const SOURCES = [
  'common',
  'public',
  'standalone/browser',
  'translations',
  'package-lock.json',
  'scripts/browser_bundle.ts',
  'scripts/eui_of_kibana_9_1.ts',
  'scripts/lean_packages.ts',
  'scripts/lean_page.ts',
  'scripts/stand_ins',
];
/** Browsers of the last two years, which is what EUI supports. */
const TARGET = ['chrome120', 'edge120', 'firefox121', 'safari17'];

/**
 * Bundles the browser code and gives the folder, `build/browser/<form>/<hash of the sources>`: files
 * named by their content, a `.gz` beside each, `manifest.json` `{"entry": "<file>"}` and the bundled
 * packages' licence notes in `LEGAL.txt`. Does nothing where these sources have been built before. A
 * build that is cut short leaves no such folder. Rejects with esbuild's `BuildFailure`.
 */
export async function buildBrowser({ root, mode, form }: BrowserBuild): Promise<string> {
  const hash = await hashOfSources(root, SOURCES, mode);
  return keptFolder({
    parent: path.join(root, 'build/browser', form),
    name: hash.slice(0, 16),
    async fill(folder) {
      const { outputFiles, metafile } = await bundle({ root, mode, form }, folder);
      await writeAll(folder, outputFiles);
      const entry = entryOf(metafile, ENTRIES[form]);
      await writeFile(path.join(folder, 'manifest.json'), JSON.stringify({ entry }));
    },
  });
}

type Bundle = BuildResult<{ write: false; metafile: true }>;

async function bundle({ root, mode, form }: BrowserBuild, outdir: string): Promise<Bundle> {
  // Most starts find the result of a former one, and the console that follows has no need of it.
  const { build } = await import('esbuild');
  return build({
    absWorkingDir: root,
    entryPoints: [ENTRIES[form]],
    outdir,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: TARGET,
    jsx: 'transform',
    minify: mode === 'production',
    sourcemap: mode === 'development',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    plugins: pluginsOf(form, mode),
    legalComments: 'external',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
}

function pluginsOf(form: BrowserForm, mode: BrowserBuild['mode']): Plugin[] {
  switch (form) {
    case 'page':
      return mode === 'production' ? [leanPage] : [];
    // All of EUI: what the plugin will ask for is not known here.
    case 'host':
      return [];
    case 'host_9_1':
      return [euiOfKibana91];
  }
}

/** Writes esbuild's files with their gzip form, and its many licence files as one. */
async function writeAll(folder: string, files: readonly OutputFile[]): Promise<void> {
  const isLegal = ({ path: file }: OutputFile) => file.endsWith('.LEGAL.txt');
  const notes = new Set(files.filter(isLegal).flatMap(({ text }) => text.split(/\n(?=\S)/)));
  await Promise.all([
    ...files
      .filter((file) => !isLegal(file))
      .map((file) => writeWithGzip(file.path, file.contents)),
    writeWithGzip(path.join(folder, 'LEGAL.txt'), Buffer.from([...notes].join('\n'))),
  ]);
}

/** Writes a file, and its gzip form beside it. */
export async function writeWithGzip(file: string, contents: Uint8Array): Promise<void> {
  await writeFile(file, contents);
  await writeFile(`${file}.gz`, await promisify(gzip)(contents, { level: 9 }));
}

function entryOf({ outputs }: Metafile, source: string): string {
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (entry === undefined) throw new Error(`esbuild gave no output for ${source}`);
  return path.basename(entry[0]);
}
