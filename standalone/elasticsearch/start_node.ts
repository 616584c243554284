import { addBooks } from './books.ts';
import { launch } from './launch.ts';
import type { NodeEnd } from './node_process.ts';
import { nodeSettings } from './node_settings.ts';
import { knownPassword, settlePassword } from './password.ts';
import type { Settings } from './setting_arguments.ts';

/** A node that authenticates. */
export interface RunningNode {
  readonly url: string;
  /** of the built-in superuser `elastic` */
  readonly password: string;
  /** true when it was generated in this start: print it once */
  readonly passwordIsNew: boolean;
  readonly dataFolder: string;
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
  const { root, onProgress } = options;
  const settings = nodeSettings(options.settings, root, process.cwd());
  const { dataFolder } = settings;
  const known = await knownPassword(dataFolder, options.password || undefined);
  const { node, url, password } = await launch({
    settings,
    passwords: known.likely,
    root,
    onProgress,
  });
  try {
    if (known.kept === undefined) {
      await addBooks(url, password);
    }
    const settled = await settlePassword(known, { dataFolder, password }, onProgress);
    const { pid, ended } = node;
    return { url, password, ...settled, dataFolder, pid, ended, stop: () => node.stop() };
  } catch (error) {
    await node.stop();
    throw error;
  }
}
