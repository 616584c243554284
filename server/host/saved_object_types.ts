import type { CoreSetup, PluginsSetup } from '../kibana.ts';

/** A key that works, with its secret. */
export const MANAGED_KEY_TYPE = 'project-api-keys-managed-key';
/** A key that is to be invalidated. */
export const RELEASED_KEY_TYPE = 'project-api-keys-released-key';
/** A background task: its parameters, its key and its last runs. */
export const TASK_TYPE = 'project-api-keys-task';

export const HIDDEN_TYPES = [MANAGED_KEY_TYPE, RELEASED_KEY_TYPE, TASK_TYPE];

/** Only what is sorted by is indexed. */
const INDEXED = {
  [MANAGED_KEY_TYPE]: { created: { type: 'date' } },
  [RELEASED_KEY_TYPE]: { since: { type: 'date' } },
  [TASK_TYPE]: {},
} as const;

/**
 * Declares what is stored. A managed key's secret is encrypted, and good only together with the
 * object's id, the key's id, its owner and its task: it cannot be moved to another record.
 */
export function registerSavedObjectTypes(core: CoreSetup, plugins: PluginsSetup): void {
  for (const [name, properties] of Object.entries(INDEXED))
    core.savedObjects?.registerType({
      name,
      hidden: true,
      namespaceType: 'agnostic',
      mappings: { dynamic: false, properties },
      modelVersions: { 1: { changes: [] } },
    });
  plugins.encryptedSavedObjects?.registerType({
    type: MANAGED_KEY_TYPE,
    attributesToEncrypt: new Set(['apiKey']),
    attributesToIncludeInAAD: new Set(['keyId', 'owner', 'task']),
  });
}
