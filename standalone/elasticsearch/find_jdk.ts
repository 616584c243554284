import { access, glob, readFile, realpath } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { BoxError, OTHER_WAY } from './box_error.ts';

/** An installed JDK: its folder, and its version as in `25.0.1` or `21`. */
export interface Jdk {
  readonly home: string;
  readonly version: string;
  readonly major: number;
}

const OLDEST_MAJOR = 21;

/**
 * The newest JDK ≥ 21 of those that `ES_JAVA_HOME`, `JAVA_HOME`, the usual places and the PATH name.
 * @throws BoxError when there is none
 */
export async function findJdk(env: NodeJS.ProcessEnv): Promise<Jdk> {
  const candidates = await Promise.all((await candidateHomes(env)).map(readJdk));
  const newest = newestJdk(candidates.filter((jdk) => jdk !== undefined));
  if (newest === undefined) {
    throw new BoxError(
      `The Elasticsearch in the box needs a JDK ${OLDEST_MAJOR} or later (25 starts fastest): install one and set JAVA_HOME, ${OTHER_WAY}.`,
    );
  }
  return newest;
}

/** The newest of those that are new enough. */
export function newestJdk(jdks: readonly Jdk[]): Jdk | undefined {
  return jdks
    .filter(({ major }) => major >= OLDEST_MAJOR)
    .toSorted((a, b) => b.version.localeCompare(a.version, 'en', { numeric: true }))[0];
}

/** Reads the version out of the text of a JDK's `release` file (`JAVA_VERSION="25.0.1"`). */
export function parseRelease(home: string, text: string): Jdk | undefined {
  const version = /^JAVA_VERSION="([^"]+)"/m.exec(text)?.[1];
  if (version === undefined) {
    return undefined;
  }
  const major = Number(/^(?:1\.)?(\d+)/.exec(version)?.[1]);
  return { home, version, major };
}

async function readJdk(home: string): Promise<Jdk | undefined> {
  try {
    await access(join(home, 'bin/javac'));
    return parseRelease(home, await readFile(join(home, 'release'), 'utf8'));
  } catch {
    return undefined;
  }
}

async function candidateHomes(env: NodeJS.ProcessEnv): Promise<string[]> {
  const named = [env.ES_JAVA_HOME, env.JAVA_HOME].filter((home) => home !== undefined);
  const usual = [
    '/usr/lib/jvm/*',
    '/usr/java/*',
    '/opt/java/*',
    `${env.HOME}/.sdkman/candidates/java/*`,
    `${env.HOME}/.jdks/*`,
    '/Library/Java/JavaVirtualMachines/*/Contents/Home',
    `${env.HOME}/Library/Java/JavaVirtualMachines/*/Contents/Home`,
    '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home',
  ];
  const found = await Array.fromAsync(glob(usual));
  const onPath = await Promise.all(
    (env.PATH ?? '')
      .split(delimiter)
      .map((folder) => realpath(join(folder, 'java')).catch(() => '')),
  );
  return [
    ...named,
    ...found,
    ...onPath.filter((java) => java !== '').map((java) => dirname(dirname(java))),
  ];
}
