import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { BuildResult, Metafile, OutputFile } from 'esbuild';
import { leanPackages } from './lean_packages.ts';
import { hashOfSources } from './source_hash.ts';

export interface BrowserBuild {
  /** The repository's folder. */
  readonly root: string;
  readonly mode: 'production' | 'development';
}

const ENTRY = 'standalone/browser/main.tsx';
const SOURCES = [
  'common',
  'public',
  'standalone/browser',
  'translations',
  'package-lock.json',
  'scripts/browser_bundle.ts',
  'scripts/lean_packages.ts',
];
/** Browsers of the last two years, which is what EUI supports. */
const TARGET = ['chrome120', 'edge120', 'firefox121', 'safari17'];

/** How many builds stay: a console that runs goes on with its own while newer ones are made. */
const KEPT_BUILDS = 3;

/**
 * Bundles the browser code and gives the folder, `build/browser/<hash of the sources>`: files named by
 * their content, a `.gz` beside each, `manifest.json` `{"entry": "<file>"}` and the bundled packages'
 * licence notes in `LEGAL.txt`. Does nothing where these sources have been built before. A build that
 * is cut short leaves no such folder. Rejects with esbuild's `BuildFailure`.
 */
export async function buildBrowser({ root, mode }: BrowserBuild): Promise<string> {
  const builds = path.join(root, 'build/browser');
  const hash = await hashOfSources(root, SOURCES, mode);
  const output = path.join(builds, hash.slice(0, 16));
  if (existsSync(output)) {
    await utimes(output, new Date(), new Date()); // in use again, so not an old one
    return output;
  }

  await mkdir(builds, { recursive: true });
  const fresh = await mkdtemp(path.join(builds, 'unfinished-'));
  try {
    const { outputFiles, metafile } = await bundle(root, mode, fresh);
    await writeAll(fresh, outputFiles);
    await writeFile(
      path.join(fresh, 'manifest.json'),
      JSON.stringify({ entry: entryOf(metafile) }),
    );
    await rename(fresh, output);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process was faster with the same sources.
    if (!existsSync(output)) throw error;
  }
  await removeOldBuilds(builds);
  return output;
}

async function removeOldBuilds(builds: string): Promise<void> {
  const folders = (await readdir(builds)).map((name) => path.join(builds, name));
  const dated = await Promise.all(
    folders.map(async (folder) => ({ folder, made: (await stat(folder)).mtimeMs })),
  );
  const old = dated.sort((a, b) => b.made - a.made).slice(KEPT_BUILDS);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

type Bundle = BuildResult<{ write: false; metafile: true }>;

async function bundle(root: string, mode: BrowserBuild['mode'], outdir: string): Promise<Bundle> {
  // Most starts find the result of a former one, and the console that follows has no need of it.
  const { build } = await import('esbuild');
  return build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
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
    plugins: mode === 'production' ? [leanPackages] : [],
    legalComments: 'external',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
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

async function writeWithGzip(file: string, contents: Uint8Array): Promise<void> {
  await writeFile(file, contents);
  await writeFile(`${file}.gz`, await promisify(gzip)(contents, { level: 9 }));
}

function entryOf({ outputs }: Metafile): string {
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === ENTRY);
  if (entry === undefined) throw new Error(`esbuild gave no output for ${ENTRY}`);
  return path.basename(entry[0]);
}
