import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { notFound } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import { exact } from '../../../common/exact.ts';

const MANIFEST = 'manifest.json';
const Manifest = exact({ entry: t.string }, {});

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A folder, and the files that may be asked for. */
export interface ServedFiles {
  readonly dir: string;
  /** Paths under `dir`, with slashes. */
  readonly files: ReadonlySet<string>;
}

/** The browser code as it was built: what exists, and where it begins. */
export interface Assets extends ServedFiles {
  /** The file that the HTML document loads. */
  readonly entry: string;
}

/**
 * Reads the listing of the built browser code. A request can only ever name one of its files.
 * @throws Error where it was not built
 */
export function readAssets(dir: string): Assets {
  const manifest = decode(Manifest, JSON.parse(readFileSync(join(dir, MANIFEST), 'utf8')));
  if (!manifest.ok) throw new Error(`${join(dir, MANIFEST)} does not name the entry script`);
  const files = [...filesUnder(dir)].filter((file) => file !== MANIFEST);
  return { dir, files: new Set(files), entry: manifest.value.entry };
}

/** All files under `dir`. */
export function filesUnder(dir: string): ReadonlySet<string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(dir, join(file.parentPath, file.name)).split(sep).join('/'));
  return new Set(files);
}

/** Serves the files under `prefix`. Their addresses change with their content: they never expire. */
export function serveFiles(server: Server, prefix: string, { dir, files }: ServedFiles): void {
  server.route({
    method: 'GET',
    path: `${prefix}/{file*}`,
    // The login page needs them.
    options: { auth: false },
    handler: async (request, h) => {
      const file = String(request.params.file);
      const type = CONTENT_TYPES[extname(file)];
      if (type === undefined || !files.has(file)) throw notFound();
      const zipped = request.info.acceptEncoding === 'gzip' && files.has(`${file}.gz`);
      const response = h
        .response(await readFile(join(dir, zipped ? `${file}.gz` : file)))
        .type(type)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .vary('accept-encoding');
      return zipped ? response.header('content-encoding', 'gzip') : response;
    },
  });
}
