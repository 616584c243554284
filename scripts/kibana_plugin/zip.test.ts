import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeZip } from './zip.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'zip-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inFolder = (name: string) => path.join(folder, name);
const FILES = [
  ['kibana/some/b.js', Buffer.from('second')],
  ['kibana/some/a.js', Buffer.from('first')],
] as const;

describe('writing a zip', () => {
  it('gives the same bytes in whatever order the files come', async () => {
    await writeZip(inFolder('one.zip'), new Map(FILES));
    await writeZip(inFolder('other.zip'), new Map([...FILES].reverse()));
    expect(await readFile(inFolder('one.zip'))).toEqual(await readFile(inFolder('other.zip')));
    expect(await readdir(folder)).toEqual(['one.zip', 'other.zip']);
  });

  it('leaves what was there as it was where it fails', async () => {
    await writeZip(inFolder('some.zip'), new Map(FILES));
    const before = await readFile(inFolder('some.zip'));
    await expect(
      writeZip(inFolder('some.zip'), new Map([['../evil', FILES[0][1]]])),
    ).rejects.toThrow('invalid relative path');
    await expect(writeZip(inFolder('no/folder.zip'), new Map(FILES))).rejects.toThrow('ENOENT');
    expect(await readFile(inFolder('some.zip'))).toEqual(before);
    expect(await readdir(folder)).toEqual(['some.zip']);
  });
});
