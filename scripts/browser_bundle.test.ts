import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BrowserBuild, buildBrowser } from './browser_bundle.ts';

let root: string;
const inRoot = (file: string) => path.join(root, file);
const write = (file: string, text: string) => writeFile(inRoot(file), text);
const builds = () => readdir(inRoot('build/browser/page'));

/** Builds, and gives what there is to read of the result. */
async function built(mode: BrowserBuild['mode'] = 'production') {
  const folder = await buildBrowser({ root, mode, form: 'page' });
  const read = (file: string) => readFile(path.join(folder, file));
  const { entry } = JSON.parse((await read('manifest.json')).toString()) as { entry: string };
  return { folder, read, entry, files: await readdir(folder) };
}

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'browser-bundle-'));
  await mkdir(inRoot('standalone/browser'), { recursive: true });
  await write('standalone/browser/lazy.ts', 'export const late = "late";');
  await write(
    'standalone/browser/main.tsx',
    '/*! licence note */ void import("./lazy.ts").then((m) => document.write(m.late, process.env.NODE_ENV));',
  );
});
afterEach(() => rm(root, { recursive: true }));

describe('building the browser code', () => {
  it('names each file by its content, with a gzip form beside it', async () => {
    const { entry, files, read } = await built();
    expect(entry).toMatch(/^main-[A-Z0-9]{8}\.js$/);
    const text = (await read(entry)).toString();
    expect(text).toContain('"production"');
    expect(gunzipSync(await read(`${entry}.gz`)).toString()).toBe(text);
    expect(files).toContainEqual(expect.stringMatching(/^chunk-[A-Z0-9]{8}\.js$/));
    expect((await read('LEGAL.txt')).toString()).toContain('licence note');
  });

  it('has source maps in development only', async () => {
    const isMap = (file: string) => file.endsWith('.map');
    expect((await built('production')).files.filter(isMap)).toEqual([]);
    const { entry, files } = await built('development');
    expect(files).toContain(`${entry}.map`);
  });

  it('builds the same sources once', async () => {
    const first = await built();
    await rm(path.join(first.folder, 'LEGAL.txt'));
    const second = await built();
    expect(second.folder).toBe(first.folder);
    expect(second.files).not.toContain('LEGAL.txt');
  });

  it('leaves the former result to the console that uses it, and in time removes it', async () => {
    const former = await built();
    for (const text of ['later', 'much later', 'too late']) {
      expect(await readdir(former.folder)).toEqual(former.files);
      await write('standalone/browser/lazy.ts', `export const late = "${text}";`);
      await built();
    }
    expect(await builds()).toHaveLength(3);
    expect(await builds()).not.toContain(path.basename(former.folder));
  });

  it('leaves nothing behind where it fails', async () => {
    await built();
    const before = await builds();
    await rm(inRoot('standalone/browser/lazy.ts'));
    await expect(built()).rejects.toThrow('Could not resolve');
    expect(await builds()).toEqual(before);
  });

  it('keeps a host for the plugin’s zip apart from the page with the plugin inside', async () => {
    await write('standalone/browser/kibana_host.ts', 'document.write("host");');
    const page = await built();
    const host = await buildBrowser({ root, mode: 'production', form: 'host' });
    expect(await readdir(host)).toContainEqual(
      expect.stringMatching(/^kibana_host-[A-Z0-9]{8}\.js$/),
    );
    expect(await readdir(page.folder)).toEqual(page.files);
  });

  it('gives the same result to two processes at once', async () => {
    const [one, other] = await Promise.all([built(), built()]);
    expect(one).toMatchObject({ folder: other.folder, entry: other.entry });
    expect(await builds()).toEqual([path.basename(one.folder)]);
  });
});
