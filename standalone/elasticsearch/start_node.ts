import { join } from 'node:path';
import { aotFlags } from './aot_cache.ts';
import { assemble } from './assemble.ts';
import { untilAuthenticated } from './authenticate.ts';
import { addBooks } from './books.ts';
import { BoxError } from './box_error.ts';
import { explainEnd, explainRefusal } from './explain_failure.ts';
import { findJdk } from './find_jdk.ts';
import { withLock } from './folder_lock.ts';
import { javaArguments } from './java_command.ts';
import { type NodeEnd, type NodeProcess, startProcess } from './node_process.ts';
import { type NodeSettings, nodeSettings } from './node_settings.ts';
import { generatePassword, keepPassword, readPassword } from './password.ts';
import type { Settings } from './setting_arguments.ts';

/** A node that authenticates. */
export interface RunningNode {
  readonly url: string;
  /** of the built-in superuser `elastic` */
  readonly password: string;
  /** true when it was generated in this start: print it once */
  readonly passwordIsNew: boolean;
  readonly pid: number;
  /** ends the node cleanly, or after 30 s by force */
  stop(): Promise<void>;
  /** resolves when the process ends, whoever ended it */
  readonly ended: Promise<NodeEnd>;
}

export interface StartOptions {
  /** Elasticsearch's settings, as given by `-E` */
  readonly settings: Settings;
  /** `ELASTIC_PASSWORD`: counts in the first start of a data folder */
  readonly password?: string;
  /** the checkout, where `build/` and `standalone/elasticsearch` are */
  readonly root: string;
  /** hears a line whenever something takes longer, and of what may surprise */
  onProgress(line: string): void;
}

/**
 * Starts a real Elasticsearch node and waits until it authenticates. In the first start it is
 * assembled; in the first start of a data folder the password is set and the index `books` made.
 * The password is kept last, so a first start that was cut short is a first start again.
 * @throws BoxError with the reason when it cannot start
 */
export async function startNode(options: StartOptions): Promise<RunningNode> {
  const settings = nodeSettings(options.settings, options.root, process.cwd());
  const kept = await readPassword(settings.dataFolder);
  const given = options.password === '' ? undefined : options.password;
  const first = kept ?? given ?? generatePassword();
  const node = await startProcess(...(await javaCommand(options, settings)), first);
  try {
    const passwords = given === undefined || given === first ? [first] : [first, given];
    const { url, password } = await ready(node, passwords, settings);
    if (kept === undefined) {
      await addBooks(url, password);
    }
    if (password !== kept) {
      await keepPassword(settings.dataFolder, password);
    }
    if (given !== undefined && given !== password) {
      options.onProgress(
        'ELASTIC_PASSWORD was not used: it counts in the first start of a data folder only.',
      );
    }
    const passwordIsNew = kept === undefined && given === undefined;
    const { pid, ended } = node;
    return { url, password, passwordIsNew, pid, ended, stop: () => node.stop() };
  } catch (error) {
    await node.stop();
    throw error;
  }
}

/** The `java` to run and its arguments, after making what it runs. */
async function javaCommand(
  { root, onProgress }: StartOptions,
  settings: NodeSettings,
): Promise<[java: string, args: string[]]> {
  const jdk = await findJdk(process.env);
  const project = join(root, 'standalone/elasticsearch');
  const build = join(root, 'build/elasticsearch');
  const config = join(project, 'config');
  const { home, aot } = await withLock(join(build, 'assembling.pid'), async () => {
    const home = await assemble({ project, build, jdk, env: process.env, onProgress });
    return { home, aot: await aotFlags(jdk, home, config, onProgress) };
  });
  const extra = process.env.ES_JAVA_OPTS ?? '';
  const args = javaArguments({ home, config, settings: settings.all, aot, extra });
  return [join(jdk.home, 'bin/java'), args];
}

async function ready(
  node: NodeProcess,
  passwords: readonly string[],
  settings: NodeSettings,
): Promise<{ readonly url: string; readonly password: string }> {
  const verdict = await untilAuthenticated(node, passwords);
  switch (verdict.outcome) {
    case 'authenticated':
      return verdict;
    case 'ended':
      throw new BoxError(explainEnd(await node.ended, settings));
    case 'refused':
      throw new BoxError(explainRefusal(verdict.status, settings));
  }
}
