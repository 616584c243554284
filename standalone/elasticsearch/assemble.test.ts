import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assemble } from './assemble.ts';

describe('assemble', () => {
  let folder: string;
  let build: string;
  let calls: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assemble-'));
    build = join(folder, 'build');
    calls = join(folder, 'calls');
    await mkdir(build);
    await writeFile(join(folder, 'pom.xml'), '<project/>');
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** A `mvn` that notes its flags and JDK, then does what `script` says with `$output`. */
  async function installMaven(script: string): Promise<void> {
    const mvn = join(folder, 'mvn');
    const note = `for arg; do case $arg in -Doutput=*) output=\${arg#-Doutput=};; esac; done; echo "$1 $JAVA_HOME" >> ${calls}`;
    await writeFile(mvn, `#!/bin/sh\n${note}\n${script}\n`);
    await chmod(mvn, 0o755);
  }

  const run = () =>
    assemble({
      project: folder,
      build,
      jdk: { home: '/jdk', version: '25', major: 25 },
      env: { PATH: `${folder}:/bin:/usr/bin` },
      onProgress: () => {},
    });

  const mavenCalls = async () => (await readFile(calls, 'utf8')).trimEnd().split('\n');

  it('runs Maven once, offline, with the given JDK', async () => {
    await installMaven('mkdir -p $output/lib');
    const home = await run();
    expect(await readdir(home)).toEqual(['lib']);
    expect(await run()).toBe(home);
    expect(await mavenCalls()).toEqual(['--offline /jdk']);
  });

  it('runs Maven again when the pom changed, and leaves alone what a node may run from', async () => {
    await installMaven('mkdir -p $output/lib');
    const before = await run();
    await writeFile(join(folder, 'pom.xml'), '<project />');
    const after = await run();
    expect(after).not.toBe(before);
    expect([await readdir(before), await readdir(after)]).toEqual([['lib'], ['lib']]);
  });

  it('goes online when something is not there yet', async () => {
    await installMaven('[ "$1" != --offline ] && mkdir -p $output/lib');
    await run();
    expect(await mavenCalls()).toEqual(['--offline /jdk', '-B /jdk']);
  });

  it('points to the log when Maven fails, and leaves nothing behind that looks assembled', async () => {
    await installMaven('mkdir -p $output/lib; echo no such artifact; exit 1');
    await expect(run()).rejects.toThrow(
      `Maven could not assemble Elasticsearch: ${build}/maven.log says why.`,
    );
    expect(await readdir(build)).toEqual(['maven.log']);
    expect(await readFile(join(build, 'maven.log'), 'utf8')).toMatch('no such artifact');
  });

  it('names the other way where there is no Maven', async () => {
    const assembly = { project: folder, build, jdk: { home: '/jdk', version: '25', major: 25 } };
    const missing = assemble({ ...assembly, env: { PATH: folder }, onProgress: () => {} });
    await expect(missing).rejects.toThrow(/no mvn .* elasticsearch\.hosts/);
  });
});
