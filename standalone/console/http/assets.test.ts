import { gunzipSync } from 'node:zlib';
import { server as createServer } from '@hapi/hapi';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { builtAssets } from '../../../test/helpers/console_in_process.ts';
import { readAssets, serveFiles } from './assets.ts';

let assets: ReturnType<typeof builtAssets>;
beforeEach(() => {
  assets = builtAssets();
});
afterEach(() => assets[Symbol.dispose]());

function get(url: string, headers = {}) {
  const server = createServer();
  serveFiles(server, '/assets', readAssets(assets.dir));
  return server.inject({ url, headers });
}

describe('assets', () => {
  it('may be kept for a year, as their names change with their content', async () => {
    const { statusCode, payload, headers } = await get('/assets/chunks/editor-DEF456.js');
    expect([statusCode, payload]).toEqual([200, 'export {};\n']);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  it('come compressed to whoever takes that', async () => {
    const { headers, rawPayload } = await get('/assets/main-ABC123.js', {
      'accept-encoding': 'gzip, deflate, br',
    });
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(rawPayload).toString()).toBe('export {};\n');
  });

  it.each(['identity', 'gzip;q=0', ''])(
    'come as they are for accept-encoding "%s"',
    async (accept) => {
      const { headers, payload } = await get('/assets/main-ABC123.js', {
        'accept-encoding': accept,
      });
      expect(headers['content-encoding']).toBeUndefined();
      expect(payload).toBe('export {};\n');
    },
  );

  it.each([
    '/assets/nope.js',
    '/assets/',
    '/assets/chunks',
    '/assets/manifest.json',
    '/assets/main-ABC123.js.gz',
    '/assets/../package.json',
    '/assets/..%2f..%2fetc/passwd',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/chunks/../../x.js',
    '/assets/constructor.js',
  ])('does not know %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  it('cannot be served before they are built', () => {
    expect(() => readAssets(`${assets.dir}/chunks`)).toThrow(/manifest\.json/);
  });
});
