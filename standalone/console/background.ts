import type { Secret } from '../../common/secret.ts';
import type {
  PluginsSetup,
  PluginsStart,
  SavedObjectsSetup,
  SavedObjectsStart,
  TaskDefinition,
} from '../../server/index.ts';
import type { Elasticsearch } from './elasticsearch/client.ts';
import { AttributeCipher } from './encrypted_saved_objects/attribute_cipher.ts';
import { createEncryptedSavedObjects } from './encrypted_saved_objects/encrypted_saved_objects.ts';
import { createEncryption } from './encrypted_saved_objects/encryption.ts';
import type { LoggerFactory } from './logging.ts';
import { Availability } from './own_index/availability.ts';
import type { IndexOptions } from './own_index/open_index.ts';
import { OwnIndex } from './own_index/own_index.ts';
import { SavedObjectTypes } from './saved_objects/saved_object_types.ts';
import { createSavedObjectsClient } from './saved_objects/saved_objects_client.ts';
import type { ServiceStatus } from './service_status.ts';
import { ENDED_SESSION_PROPERTIES } from './session/ended_sessions.ts';
import { backgroundSettings, hasOwnUser } from './settings/background_settings.ts';
import type { Settings } from './settings/known_settings.ts';
import { Scheduler } from './task_manager/scheduler.ts';
import { createTaskManagerSetup, createTaskManagerStart } from './task_manager/task_manager.ts';
import { createTaskStore, TASK_PROPERTIES } from './task_manager/task_store.ts';
import { realTime } from './time.ts';

/** Kibana's services for background tasks. Where a setting is missing they are, and why is told. */
export interface Background {
  readonly setup: {
    readonly savedObjects?: SavedObjectsSetup;
    readonly plugins: PluginsSetup;
  };
  readonly started: {
    readonly savedObjects?: SavedObjectsStart;
    readonly plugins: PluginsStart;
  };
  /** Where the console keeps its state, if it has a user for it. */
  readonly ownIndex: OwnIndex | undefined;
  /** Whether they work. */
  status(): ServiceStatus;
  /** Begins to run tasks. Resolves once that works, or at once where it never will. */
  begin(): Promise<void>;
  /** Waits up to `limit` ms for the runs that go on. */
  stop(limit: number): Promise<void>;
}

export interface BackgroundParts {
  readonly settings: Settings;
  readonly elasticsearch: Elasticsearch;
  readonly log: LoggerFactory;
}

/** Where background tasks keep what they know, and for how long a run is its owner's unrenewed. */
const PLACE = { index: '.project_api_keys', leaseMs: 30_000 };

export function createBackground(parts: BackgroundParts): Background {
  const { settings } = parts;
  const found = backgroundSettings(settings);
  if (found.kind === 'complete') {
    return createBackgroundServices({ ...parts, ...PLACE, encryptionKey: found.encryptionKey });
  }
  return {
    setup: { plugins: { backgroundTasksUnavailable: () => found.message } },
    started: { plugins: {} },
    ownIndex: hasOwnUser(settings) ? createOwnIndex({ ...parts, ...PLACE }, () => ({})) : undefined,
    // Nobody has asked for them.
    status: () => ({ level: 'available', summary: found.message }),
    begin: async () => {},
    stop: async () => {},
  };
}

/** All the services, over this index of Elasticsearch as the console's own user. */
export function createBackgroundServices(
  parts: BackgroundParts & typeof PLACE & { readonly encryptionKey: Secret },
) {
  const { log, encryptionKey, leaseMs } = parts;
  const { now } = realTime;
  const types = new SavedObjectTypes();
  const index = createOwnIndex(parts, () => ({ ...types.properties(), ...TASK_PROPERTIES }));
  const cipher = new AttributeCipher(createEncryption(encryptionKey.reveal()));
  const savedObjects = { index, types, cipher, now };

  const availability = new Availability(log.get('background_tasks'));
  const definitions = new Map<string, TaskDefinition>();
  const store = createTaskStore(index);
  const scheduler = new Scheduler({
    store,
    definitions,
    availability,
    log: log.get('task_manager'),
    time: realTime,
    random: Math.random,
    leaseMs,
  });
  return {
    setup: {
      savedObjects: types,
      plugins: {
        taskManager: createTaskManagerSetup(definitions),
        encryptedSavedObjects: {
          canEncrypt: true,
          registerType: (registration) => cipher.register(registration),
        },
        backgroundTasksUnavailable: () => availability.problem,
      },
    },
    started: {
      savedObjects: {
        getUnsafeInternalClient: ({ includedHiddenTypes }) =>
          createSavedObjectsClient(savedObjects, includedHiddenTypes),
      },
      plugins: {
        taskManager: createTaskManagerStart(store, scheduler, now),
        encryptedSavedObjects: createEncryptedSavedObjects(savedObjects, cipher),
      },
    },
    ownIndex: index,
    status: () => availability.status,
    begin() {
      scheduler.start();
      return availability.reached;
    },
    stop: (limit: number) => scheduler.stop(limit),
  } satisfies Background;
}

function createOwnIndex(
  { settings, elasticsearch, index: name, leaseMs }: BackgroundParts & typeof PLACE,
  properties: IndexOptions['properties'],
): OwnIndex {
  // Sooner than users would give up, so that a lease can be renewed in time.
  const requestTimeout = Math.min(settings['elasticsearch.requestTimeout'], leaseMs / 3);
  return new OwnIndex(elasticsearch.asInternalUser.child({ requestTimeout }), {
    name,
    properties: () => ({ ...properties(), ...ENDED_SESSION_PROPERTIES }),
  });
}
