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

/** The browser code as it was built: what exists, and where it begins. */
export interface Assets {
  readonly dir: string;
  /** Paths under `dir`, with slashes. */
  readonly files: ReadonlySet<string>;
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
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => relative(dir, join(file.parentPath, file.name)).split(sep).join('/'));
  return { dir, files: new Set(files), entry: manifest.value.entry };
}

/** Serves the files under `/assets`. Their names change with their content, so they never expire. */
export function serveAssets(server: Server, { dir, files }: Assets): void {
  server.route({
    method: 'GET',
    path: '/assets/{file*}',
    // The login page needs them.
    options: { auth: false },
    handler: async (request, h) => {
      const file = String(request.params.file);
      const type = CONTENT_TYPES[extname(file)];
      if (type === undefined || file === MANIFEST || !files.has(file)) throw notFound();
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
