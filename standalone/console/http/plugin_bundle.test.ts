import { server as createServer } from '@hapi/hapi';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { builtAssets } from '../../../test/helpers/console_in_process.ts';
import { appDocument } from './documents.ts';
import { type PluginBundle, servePluginBundle } from './plugin_bundle.ts';

let assets: ReturnType<typeof builtAssets>;
let bundle: PluginBundle;
beforeEach(() => {
  assets = builtAssets();
  bundle = { id: 'some', version: '1.0.0-build.7', dir: assets.dir };
});
afterEach(() => assets[Symbol.dispose]());

function get(url: string) {
  const server = createServer();
  server.auth.scheme('nobody', () => ({ authenticate: (_request, h) => h.response().code(401) }));
  server.auth.strategy('default', 'nobody');
  server.auth.default('default');
  servePluginBundle(server, bundle);
  return server.inject({ url, headers: { 'accept-encoding': 'gzip' } });
}

describe('the bundle of a plugin', () => {
  it('is served to anybody, compressed, under its id and version, and may be kept', async () => {
    const { statusCode, headers } = await get('/bundles/plugin/some/1.0.0-build.7/main-ABC123.js');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    '/bundles/plugin/some/1.0.0-build.6/main-ABC123.js',
    '/bundles/plugin/other/1.0.0-build.7/main-ABC123.js',
    '/bundles/plugin/some/1.0.0-build.7/../../server/index.js',
    '/bundles/plugin/some/1.0.0-build.7/..%2f..%2fserver/index.js',
    '/bundles/plugin/some/1.0.0-build.7/',
  ])('is not found at %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  it('is where the document says', () => {
    expect(appDocument('/kb', 'host.js', bundle)).toContain(
      '<html lang="en" data-base-path="/kb" data-plugin-id="some"' +
        ' data-plugin-path="/kb/bundles/plugin/some/1.0.0-build.7/">',
    );
  });
});
