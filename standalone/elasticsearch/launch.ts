import { join } from 'node:path';
import { aotFlags } from './aot_cache.ts';
import { assemble } from './assemble.ts';
import { untilAuthenticated } from './authenticate.ts';
import { BoxError } from './box_error.ts';
import { explainEnd, explainRefusal } from './explain_failure.ts';
import { findJdk } from './find_jdk.ts';
import { withLock } from './folder_lock.ts';
import { javaArguments } from './java_command.ts';
import { lastLogLines } from './log_tail.ts';
import { type NodeEnd, type NodeProcess, startProcess } from './node_process.ts';
import type { NodeSettings } from './node_settings.ts';

export interface LaunchOptions {
  readonly settings: NodeSettings;
  /** of `elastic`, the likelier one first: one of them has to be right */
  readonly passwords: readonly [string, ...string[]];
  /** the checkout, where `build/` and `standalone/elasticsearch` are */
  readonly root: string;
  /** ends the node, whether it still starts or runs */
  readonly signal?: AbortSignal;
  /** hears a line whenever something takes longer */
  onProgress(line: string): void;
}

/** A node that authenticates `elastic` with this password. */
export interface Launched {
  readonly node: NodeProcess;
  readonly url: string;
  readonly password: string;
}

/**
 * Starts one JVM with a node, assembled first where that was not done, and waits until it
 * authenticates.
 * @throws BoxError with the reason when it cannot start
 */
export async function launch(options: LaunchOptions): Promise<Launched> {
  const { settings, passwords, signal } = options;
  const node = await startProcess(...(await javaCommand(options)), passwords[0]);
  signal?.addEventListener('abort', () => void node.stop(), { once: true });
  if (signal?.aborted) {
    await node.stop();
  }
  const verdict = await untilAuthenticated(node, passwords, settings.scheme);
  if (verdict.outcome === 'authenticated') {
    const { url, password } = verdict;
    return { node: { ...node, ended: withLog(node.ended, settings) }, url, password };
  }
  await node.stop();
  throw new BoxError(
    verdict.outcome === 'ended'
      ? explainEnd(await node.ended, settings)
      : explainRefusal(verdict.status, settings),
  );
}

const TOLD_LINES = 10;

/** Once it is ready, a node says why it ends in its own log. */
const withLog = async (ended: Promise<NodeEnd>, { logFolder }: NodeSettings): Promise<NodeEnd> => {
  const end = await ended;
  const lastLines = [...end.lastLines, ...(await lastLogLines(logFolder, TOLD_LINES))];
  return { ...end, lastLines };
};

/** The `java` to run and its arguments, after making what it runs. */
async function javaCommand({
  root,
  settings,
  onProgress,
}: LaunchOptions): Promise<[java: string, args: string[]]> {
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
