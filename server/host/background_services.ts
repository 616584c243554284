import { NO_AUDIT } from '../audit/audited.ts';
import type {
  ApiKeysService,
  CoreSetup,
  CoreStart,
  ElasticsearchClient,
  KibanaRequest,
  PluginsSetup,
  PluginsStart,
} from '../kibana.ts';
import type { AuditService } from '../kibana_audit.ts';
import type { SavedObjectsClient, TaskManagerStart } from '../kibana_background.ts';
import { HIDDEN_TYPES, registerSavedObjectTypes } from './saved_object_types.ts';

/** What background tasks and their keys need of the host, once it has started. */
export interface BackgroundServices {
  readonly savedObjects: SavedObjectsClient;
  /** The attributes of a saved object with those that are stored encrypted. */
  decrypted<A>(type: string, id: string): Promise<A>;
  readonly taskManager: TaskManagerStart;
  readonly apiKeys: ApiKeysService;
  /** Silent where the host has none. */
  readonly audit: AuditService<KibanaRequest>;
  readonly asInternalUser: ElasticsearchClient;
  /** Elasticsearch as whoever this `Authorization` header names. */
  elasticsearchAs(authorization: string): ElasticsearchClient;
}

/** The host lacks something without which background tasks are off. */
export class BackgroundUnavailable extends Error {
  override readonly name = 'BackgroundUnavailable';
}

/**
 * Registers what is stored and gives the services, which wait for the host's start. They reject with
 * BackgroundUnavailable as long as the host lacks something.
 */
export function setUpBackground(
  core: CoreSetup,
  plugins: PluginsSetup,
): () => Promise<BackgroundServices> {
  registerSavedObjectTypes(core, plugins);
  return async () => {
    const missing = missingIn(core, plugins);
    if (missing !== undefined) throw new BackgroundUnavailable(missing);
    const [coreStart, pluginsStart] = await core.getStartServices();
    return servicesOf(coreStart, pluginsStart);
  };
}

function missingIn(core: CoreSetup, plugins: PluginsSetup): string | undefined {
  const { taskManager, encryptedSavedObjects, backgroundTasksUnavailable } = plugins;
  const reason = backgroundTasksUnavailable?.();
  if (reason !== undefined) return reason;
  if (!core.savedObjects || !taskManager || !encryptedSavedObjects)
    return 'Background tasks need the plugins taskManager and encryptedSavedObjects.';
  if (!encryptedSavedObjects.canEncrypt)
    return 'Background tasks need the setting xpack.encryptedSavedObjects.encryptionKey.';
  return undefined;
}

function servicesOf(core: CoreStart, plugins: PluginsStart): BackgroundServices {
  const { client } = core.elasticsearch;
  const { encryptedSavedObjects, taskManager } = plugins;
  const apiKeys = core.security?.authc.apiKeys;
  if (!core.savedObjects?.getUnsafeInternalClient)
    throw new BackgroundUnavailable('Background tasks need Kibana 9.2 or later.');
  if (!encryptedSavedObjects || !taskManager || !apiKeys || !client.asInternalUser)
    throw new BackgroundUnavailable('Background tasks need the security features of the host.');
  const secrets = encryptedSavedObjects.getClient({ includedHiddenTypes: HIDDEN_TYPES });
  return {
    savedObjects: core.savedObjects.getUnsafeInternalClient({ includedHiddenTypes: HIDDEN_TYPES }),
    decrypted: async <A>(type: string, id: string) =>
      (await secrets.getDecryptedAsInternalUser<A>(type, id)).attributes,
    taskManager,
    apiKeys,
    audit: core.security?.audit ?? NO_AUDIT,
    asInternalUser: client.asInternalUser,
    elasticsearchAs: (authorization) =>
      client.asScoped({ headers: { authorization } }).asCurrentUser,
  };
}
