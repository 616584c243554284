import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ZipFile } from 'yazl';
import { unpack } from './unpack.ts';

let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'unpack-'));
  folder = await mkdtemp(path.join(parent, 'into-'));
});
afterEach(() => rm(parent, { recursive: true }));

const REGULAR = 0o100644;

/** A zip of files that all hold `text`; each name may be changed afterwards to one as long. */
async function zipOf(names: Readonly<Record<string, string>>, mode = REGULAR): Promise<Buffer> {
  const zip = new ZipFile();
  for (const name of Object.keys(names)) zip.addBuffer(Buffer.from('text'), name, { mode });
  zip.end();
  const bytes = (await buffer(zip.outputStream)).toString('latin1');
  return Buffer.from(
    Object.entries(names).reduce((all, [name, to]) => all.replaceAll(name, to), bytes),
    'latin1',
  );
}

const asWritten = (name: string) => zipOf({ [name]: name });
const all = () => readdir(parent, { recursive: true });

describe('unpacking a zip', () => {
  it('writes its files, in their folders', async () => {
    await unpack(await asWritten('kibana/some/server/index.js'), folder);
    const file = path.join(folder, 'kibana/some/server/index.js');
    expect(await readFile(file, 'utf8')).toBe('text');
  });

  it.each([
    ['above the folder', 'aa/evil', '../evil'],
    ['above it by a way around', 'kibana/aa/bb/evil', 'kibana/../../evil'],
    ['above it in Windows', 'aaaevil', '..\\evil'],
    ['at a root', 'atmp/evil', '/tmp/evil'],
    ['at a root of Windows', 'Cc/evil', 'C:/evil'],
  ])('writes nothing %s', async (_where, name, evil) => {
    const before = await all();
    await expect(unpack(await zipOf({ [name]: evil }), folder)).rejects.toThrow(
      /^(absolute|invalid relative) path: .*evil/,
    );
    expect(await all()).toEqual(before);
  });

  it('makes no links', async () => {
    await expect(unpack(await zipOf({ evil: 'evil' }, 0o120777), folder)).rejects.toThrow(
      'evil is a link',
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('does not follow a link that is there already', async () => {
    await symlink(parent, path.join(folder, 'evil'));
    await expect(unpack(await asWritten('evil'), folder)).rejects.toThrow('EEXIST');
  });

  it('refuses two files of one name', async () => {
    await expect(unpack(await zipOf({ name: 'same', same: 'same' }), folder)).rejects.toThrow(
      'EEXIST',
    );
  });

  it('refuses what is no zip', async () => {
    await expect(unpack(Buffer.from('#!/bin/sh'), folder)).rejects.toThrow('Either not a zip');
  });

  it('refuses a zip that was cut short', async () => {
    const zip = await asWritten('some');
    await expect(unpack(zip.subarray(0, -1), folder)).rejects.toThrow('truncated');
  });
});
