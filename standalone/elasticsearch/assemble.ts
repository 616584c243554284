import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { BoxError, OTHER_WAY } from './box_error.ts';
import type { Jdk } from './find_jdk.ts';
import { sourceHash } from './source_hash.ts';

/** What the node is assembled from and with. */
export interface Assembly {
  /** the folder of `pom.xml` */
  readonly project: string;
  /** the folder to make it in */
  readonly build: string;
  readonly jdk: Jdk;
  readonly env: NodeJS.ProcessEnv;
  onProgress(line: string): void;
}

/**
 * The home folder of the node, its jars in `lib`: made by Maven in the first start, and again only
 * when the pom or the Java sources changed. The folder appears whole or not at all; older ones stay,
 * as a node may run from them.
 * @throws BoxError when Maven is missing or fails
 */
export async function assemble(assembly: Assembly): Promise<string> {
  const { project, build, onProgress } = assembly;
  const home = join(build, `home-${await sourceHash(project)}`);
  if (existsSync(home)) {
    return home;
  }
  onProgress(
    'Assembling Elasticsearch with Maven (once; a minute where its jars must be fetched) …',
  );
  const output = `${home}.${process.pid}`;
  await runMaven(assembly, output);
  await rename(output, home);
  return home;
}

/** Offline first: that is faster, and works on a train; online where something is not there yet. */
async function runMaven({ project, build, jdk, env }: Assembly, output: string): Promise<void> {
  const command = await findMaven(env);
  const log = join(build, 'maven.log');
  const logFile = await open(log, 'w');
  const succeeds = async (...flags: string[]) => {
    const args = [...flags, '-B', '-f', join(project, 'pom.xml'), `-Doutput=${output}`, 'package'];
    const maven = spawn(command, args, {
      env: { ...env, JAVA_HOME: jdk.home },
      stdio: ['ignore', logFile.fd, logFile.fd],
    });
    const [code] = await once(maven, 'exit');
    return code === 0;
  };
  try {
    if (!(await succeeds('--offline')) && !(await succeeds())) {
      await rm(output, { recursive: true, force: true });
      throw new BoxError(`Maven could not assemble Elasticsearch: ${log} says why.`);
    }
  } finally {
    await logFile.close();
  }
}

async function findMaven({ PATH = '', MAVEN_HOME, M2_HOME }: NodeJS.ProcessEnv): Promise<string> {
  const homes = [MAVEN_HOME, M2_HOME].filter((home) => home !== undefined);
  for (const folder of [...homes.map((home) => join(home, 'bin')), ...PATH.split(delimiter)]) {
    const command = join(folder, 'mvn');
    if (existsSync(command)) {
      return command;
    }
  }
  throw new BoxError(
    `The Elasticsearch in the box is assembled by Maven, and no mvn is on the PATH: install it, ${OTHER_WAY}.`,
  );
}
