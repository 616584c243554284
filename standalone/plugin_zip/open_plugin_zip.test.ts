import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeZip } from '../../scripts/kibana_plugin/zip.ts';
import { openPluginZip } from './open_plugin_zip.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'plugin-zip-'));
  file = path.join(folder, 'some-9.2.1.zip');
});
afterEach(() => rm(folder, { recursive: true }));

const unpacked = () => path.join(folder, 'unpacked');
const open = () => openPluginZip(file, unpacked());

const MANIFEST = {
  id: 'some',
  version: '1.0.0-build.7',
  kibanaVersion: '9.2.1',
  owner: { name: 'us' },
  server: true,
  ui: true,
};
const FILES = {
  'kibana/some/kibana.json': JSON.stringify(MANIFEST),
  'kibana/some/package.json': '{}',
  'kibana/some/server/index.js': 'exports.plugin = (context) => ({ context });',
  'kibana/some/target/public/some.plugin.js': '',
};
const writeFiles = (files: Readonly<Record<string, string>>) =>
  writeZip(
    file,
    new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const)),
  );

describe('opening the zip of a plugin', () => {
  it('gives its manifest, its server code to call and the folder of its browser code', async () => {
    await writeFiles(FILES);
    const { manifest, plugin, browserCode } = await open();
    expect(manifest).toEqual(MANIFEST);
    const context = { logger: { get: () => console }, config: { get: () => ({}) } };
    expect(plugin(context)).toEqual({ context });
    expect(await readdir(browserCode)).toEqual(['some.plugin.js']);
  });

  it('unpacks the same content once, and other content beside it', async () => {
    await writeFiles(FILES);
    const first = await open();
    expect((await open()).browserCode).toBe(first.browserCode);
    await writeFiles({ ...FILES, 'kibana/some/NOTICE.txt': 'other' });
    expect((await open()).browserCode).not.toBe(first.browserCode);
    expect(await readdir(unpacked())).toHaveLength(2);
  });

  const manifestWith = (change: object) => ({
    ...FILES,
    'kibana/some/kibana.json': JSON.stringify({ ...MANIFEST, ...change }),
  });
  const { 'kibana/some/kibana.json': _, ...withoutManifest } = FILES;
  const { 'kibana/some/target/public/some.plugin.js': __, ...withoutBrowserCode } = FILES;
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['without a manifest', withoutManifest, /expected one kibana\/<id>\/kibana.json, got 0/],
    ['of two plugins', { ...FILES, 'kibana/other/kibana.json': '{}' }, /got 2/],
    ['with both kinds of manifest', { ...FILES, 'kibana/some/kibana.jsonc': '{}' }, /got 2/],
    ['with a field that Kibana does not know', manifestWith({ extra: 1 }), /kibana\.json/],
    ['whose version breaks an address', manifestWith({ version: '1"><script>' }), /version/],
    [
      'without a plugin',
      { ...FILES, 'kibana/some/server/index.js': 'exports.config = {};' },
      /no function "plugin"/,
    ],
    ['without browser code', withoutBrowserCode, /ENOENT.*some\.plugin\.js/],
    [
      'of modules that Kibana cannot require',
      { ...FILES, 'kibana/some/server/index.js': 'module.exports = require("not-there");' },
      /not-there/,
    ],
  ])('refuses one %s', async (_what, files, problem) => {
    await writeFiles(files);
    await expect(open()).rejects.toThrow(problem);
    await expect(open()).rejects.toThrow(`${file} is none`);
  });

  it('refuses a file that is missing, and leaves nothing of one that is no zip', async () => {
    await expect(open()).rejects.toThrow(`${file} is none: ENOENT`);
    await writeFile(file, 'PK');
    await expect(open()).rejects.toThrow(/Either not a zip file/);
    expect(await readdir(unpacked())).toEqual([]);
  });
});
