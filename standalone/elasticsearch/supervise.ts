import { setTimeout } from 'node:timers/promises';
import { BoxError } from './box_error.ts';
import type { NodeEnd } from './node_process.ts';
import { restartDelay } from './restart_delay.ts';
import type { RunningNode } from './start_node.ts';

/** A node that is started again when it dies. */
export interface SupervisedNode
  extends Pick<RunningNode, 'url' | 'password' | 'passwordIsNew' | 'dataFolder'> {
  /** Ends the node for good, also while it is being started again. */
  stop(): Promise<void>;
  /** Resolves with the reason when it died too often to go on; never after `stop`. */
  readonly givenUp: Promise<BoxError>;
}

export interface SuperviseOptions {
  /** Starts the node; `previous` is the one that died, in whose place it comes. */
  start(previous?: RunningNode): Promise<RunningNode>;
  /** Hears a line of each death and each return. */
  onProgress(line: string): void;
}

/**
 * Starts a node and sees to it that it runs.
 * @throws BoxError where even the first start fails
 */
export async function superviseNode({
  start,
  onProgress,
}: SuperviseOptions): Promise<SupervisedNode> {
  const first = await start();
  const stopping = new AbortController();
  let node = first;
  let starting: Promise<unknown> = Promise.resolve();

  /** Why it can no longer go on, or `undefined` when it was stopped. */
  async function watch(): Promise<BoxError | undefined> {
    const deaths: number[] = [];
    let reason = how(await node.ended);
    while (!stopping.signal.aborted) {
      deaths.push(Date.now());
      const delay = restartDelay(deaths);
      if (delay === undefined)
        return new BoxError(`Elasticsearch keeps dying, the last time ${reason}`);
      onProgress(`Elasticsearch died ${reason}`);
      onProgress(`It is started again in ${delay / 1000} s.`);
      await setTimeout(delay, undefined, { signal: stopping.signal });
      reason = await restart();
    }
    return undefined;
  }

  /** Starts it again, and tells when and how it ended. */
  async function restart(): Promise<string> {
    try {
      const again = start(node);
      starting = again;
      node = await again;
    } catch (error) {
      if (error instanceof BoxError) return `as it was started: ${error.message}`;
      throw error;
    }
    onProgress(`Elasticsearch is back at ${node.url}`);
    return how(await node.ended);
  }

  const givenUp = new Promise<BoxError>((resolve, reject) => {
    watch().then(
      (reason) => reason !== undefined && resolve(reason),
      (error) => !stopping.signal.aborted && reject(error),
    );
  });
  return {
    url: first.url,
    password: first.password,
    passwordIsNew: first.passwordIsNew,
    dataFolder: first.dataFolder,
    givenUp,
    async stop() {
      stopping.abort();
      await starting.catch(() => {});
      await node.stop();
    },
  };
}

function how({ code, signal, lastLines }: NodeEnd): string {
  const manner = signal === null ? `with code ${code}` : `by ${signal}`;
  return lastLines.length === 0 ? `${manner}.` : `${manner}:\n${lastLines.join('\n')}`;
}
