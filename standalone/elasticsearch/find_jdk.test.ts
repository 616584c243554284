import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findJdk, newestJdk, parseRelease } from './find_jdk.ts';

describe('parseRelease', () => {
  it.each([
    ['IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="25.0.1"\n', { version: '25.0.1', major: 25 }],
    ['JAVA_VERSION="21"', { version: '21', major: 21 }],
    ['JAVA_VERSION="1.8.0_292"', { version: '1.8.0_292', major: 8 }],
  ])('reads %j', (text, expected) => {
    expect(parseRelease('/jdk', text)).toEqual({ home: '/jdk', ...expected });
  });

  it('knows no version in another text', () => {
    expect(parseRelease('/jdk', 'NAME="Debian"')).toBeUndefined();
  });
});

describe('newestJdk', () => {
  const jdk = (version: string) => ({
    home: `/${version}`,
    version,
    major: Number.parseInt(version, 10),
  });

  it.each([
    [['17.0.15', '21.0.9', '21.0.10'], '21.0.10'],
    [['25', '24.0.2', '21.0.2'], '25'],
    [['25.0.1', '25'], '25.0.1'],
    [['8', '17.0.15'], undefined],
    [[], undefined],
  ])('of %j takes %s', (versions, expected) => {
    expect(newestJdk(versions.map(jdk))?.version).toBe(expected);
  });
});

describe('findJdk', () => {
  it('finds a JDK named by ES_JAVA_HOME, and passes over a newer one without a compiler', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jdks-'));
    const install = async (version: string, tool: string) => {
      const home = join(folder, version);
      await mkdir(join(home, 'bin'), { recursive: true });
      await writeFile(join(home, 'bin', tool), '');
      await writeFile(join(home, 'release'), `JAVA_VERSION="${version}"`);
      return home;
    };
    const [jdk, runtime] = [await install('98.0.1', 'javac'), await install('99', 'java')];
    expect(await findJdk({ ES_JAVA_HOME: jdk, JAVA_HOME: runtime })).toMatchObject({
      home: jdk,
      major: 98,
    });
    await rm(folder, { recursive: true });
  });
});
