import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { server as createServer } from '@hapi/hapi';
import { build } from 'esbuild';
import { writeWithGzip } from '../../../scripts/browser_bundle.ts';
import { leanPage } from '../../../scripts/lean_page.ts';
import { filesUnder, serveFiles } from '../../../standalone/console/http/assets.ts';

interface BarePage extends AsyncDisposable {
  readonly url: string;
}

/**
 * Builds a page of this folder as the console's is built, and serves it by the console's own route for
 * such files. `content` is HTML.
 */
export async function serveBarePage(
  root: string,
  source: string,
  content: string,
): Promise<BarePage> {
  const dir = await mkdtemp(join(tmpdir(), 'project-api-keys-bare-'));
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(import.meta.dirname, source)],
    outdir: dir,
    bundle: true,
    splitting: true,
    format: 'esm',
    jsx: 'transform',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [leanPage],
    write: false,
  });
  for (const { path, contents } of outputFiles) await writeWithGzip(path, contents);
  const entry = `${basename(source).replace(/\.tsx?$/, '')}.js`;

  const server = createServer({ host: '127.0.0.1', port: 0 });
  serveFiles(server, '/assets', { dir, files: filesUnder(dir) });
  const document = `<!doctype html><meta charset="utf-8"><title>Bare</title>
<link rel="icon" href="data:,"><body>${content}<div id="root"></div>
<script type="module" src="/assets/${entry}"></script>`;
  server.route({
    method: 'GET',
    path: '/',
    handler: (_request, h) => h.response(document).type('text/html'),
  });
  await server.start();
  return {
    url: server.info.uri,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
