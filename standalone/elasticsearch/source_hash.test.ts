import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sourceHash } from './source_hash.ts';

describe('sourceHash', () => {
  let project: string;

  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'project-'));
    await mkdir(join(project, 'src/main'), { recursive: true });
    await writeFile(join(project, 'pom.xml'), '<project/>');
    await writeFile(join(project, 'src/main/A.java'), 'class A {}');
    await writeFile(join(project, 'start.ts'), '');
  });

  afterEach(() => rm(project, { recursive: true }));

  it('stays when only times or files beside the sources change', async () => {
    const before = await sourceHash(project);
    await utimes(join(project, 'pom.xml'), 1, 1);
    await writeFile(join(project, 'start.ts'), 'export {};');
    expect(await sourceHash(project)).toBe(before);
  });

  it.each([
    ['the pom changes', () => writeFile(join(project, 'pom.xml'), '<project />')],
    ['a source changes', () => writeFile(join(project, 'src/main/A.java'), 'class A { }')],
    ['a source is added', () => writeFile(join(project, 'src/main/B.java'), '')],
    [
      'a source is renamed',
      () => rename(join(project, 'src/main/A.java'), join(project, 'src/main/B.java')),
    ],
  ])('changes when %s', async (_, change) => {
    const before = await sourceHash(project);
    await change();
    expect(await sourceHash(project)).not.toBe(before);
  });
});
