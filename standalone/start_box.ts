import { Secret } from '../common/secret.ts';
import { hasOwnUser, type Settings } from './console/index.ts';
import {
  encryptionKey,
  newConsoleUser,
  provideConsoleUser,
  type SupervisedNode,
  startNode,
  superviseNode,
  takeSettings,
} from './elasticsearch/index.ts';

export interface Box {
  readonly node: SupervisedNode;
  /** By which the console finds the node and is let in. */
  readonly settings: Partial<Settings>;
  /** Resolves when the node knows the console's own user. */
  readonly ownUserReady: Promise<void>;
}

export interface BoxOptions {
  /** The checkout. */
  readonly root: string;
  /** As they were given for the console. */
  readonly settings: Settings;
  /** `-E` flags for Elasticsearch */
  readonly nodeArguments: readonly string[];
  /** Hears what a person should read. */
  onProgress(line: string): void;
}

/**
 * Starts the Elasticsearch in the box for a console that has no other, with all that the console
 * needs there for background tasks and was not given.
 * @throws BoxError
 */
export async function startBox(options: BoxOptions): Promise<Box> {
  const { root, settings, nodeArguments, onProgress } = options;
  const { settings: given } = takeSettings(nodeArguments);
  const password = process.env.ELASTIC_PASSWORD;
  const user = hasOwnUser(settings) ? undefined : newConsoleUser();
  let ownUserReady = Promise.resolve();
  const node = await superviseNode({
    async start(previous) {
      const started = await startNode({
        root,
        // Whoever knows its address finds it there again.
        settings: previous ? { ...given, 'http.port': new URL(previous.url).port } : given,
        ...(password !== undefined && { password }),
        onProgress,
      });
      if (user)
        ownUserReady = provideConsoleUser(started, user).catch((error) =>
          onProgress(`The console has no user of its own in Elasticsearch: ${error.message}`),
        );
      return started;
    },
    onProgress,
  });
  onProgress(`Elasticsearch is ready at ${node.url}`);
  if (node.passwordIsNew) onProgress(`The password of the user elastic is ${node.password}`);
  const kept = await encryptionKey(node.dataFolder).catch(async (error) => {
    await node.stop();
    throw error;
  });
  return {
    node,
    settings: {
      'elasticsearch.hosts': [node.url],
      ...(user && {
        'elasticsearch.username': user.username,
        'elasticsearch.password': new Secret(user.password),
      }),
      'xpack.encryptedSavedObjects.encryptionKey':
        settings['xpack.encryptedSavedObjects.encryptionKey'] ?? new Secret(kept),
    },
    ownUserReady,
  };
}
