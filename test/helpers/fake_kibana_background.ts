import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { durationMs } from '../../common/duration.ts';
import type {
  CoreSetup,
  CoreStart,
  ElasticsearchClient,
  KibanaRequest,
  PluginsSetup,
  PluginsStart,
} from '../../server/kibana.ts';
import type { AuditEvent } from '../../server/kibana_audit.ts';
import { recordingIn, refusal } from './call_route.ts';
import { fakeNotificationIndex } from './fake_notification_index.ts';
import { fakeSavedObjects } from './fake_saved_objects.ts';
import { fakeTaskManager } from './fake_task_manager.ts';
import { interruptible } from './interruptible.ts';
import { keyStore, type StoredKey } from './key_store.ts';

interface Options {
  /** Keys that there are already. */
  readonly keys?: readonly StoredKey[];
  /** ms since epoch */
  readonly now?: () => number;
}

/** A request of a user who is signed in by a session, or by this `Authorization` header. */
export const requestBy = (authorization?: string) =>
  ({ headers: { authorization } }) as unknown as KibanaRequest;

/**
 * What background tasks use of Kibana, in memory, with every call a step that can be cut, and an
 * Elasticsearch whose API keys are granted to the user `ann`.
 */
export function fakeKibanaBackground({ keys = [], now = Date.now }: Options = {}) {
  const process = interruptible();
  const { step } = process;
  const stuck: string[] = [];
  const store = keyStore(keys, stuck);
  const secrets = new Map<string, string>();
  const savedObjects = fakeSavedObjects(process);
  const taskManager = fakeTaskManager(process, now);
  const notifications = fakeNotificationIndex();

  const invalidateApiKey = jest.fn(
    ({ ids, name }: { readonly ids?: readonly string[]; readonly name?: string }) =>
      step(async () => {
        const named = store.keys.flatMap((key) => (key.name === name ? key.id : []));
        const answer = await store.client.security.invalidateApiKey({ ids: [...(ids ?? named)] });
        return { ...answer, error_count: answer.error_details?.length ?? 0 };
      }),
  );
  const grantAsInternalUser = jest.fn(
    (_request: KibanaRequest, key: Parameters<GrantKey>[1]): ReturnType<GrantKey> =>
      step(() => {
        const id = randomUUID();
        const api_key = `secret-${randomUUID()}`;
        const { name, metadata, expiration: lifetime } = key;
        const ends = lifetime && { expiration: now() + (durationMs(lifetime) ?? 0) };
        store.keys.push({ id, name, username: 'ann', creation: now(), metadata, ...ends });
        secrets.set(`ApiKey ${Buffer.from(`${id}:${api_key}`).toString('base64')}`, id);
        return { id, name, api_key, ...ends };
      }),
  );
  const used: string[] = [];
  const audit: AuditEvent[] = [];
  const elasticsearchAs = (authorization: string): ElasticsearchClient => {
    const asKey = <T>(act: () => T | Promise<T>) =>
      step(() => {
        used.push(authorization);
        const key = store.keys.find(({ id }) => id === secrets.get(authorization));
        if (key === undefined || key.invalidated === true || (key.expiration ?? Infinity) <= now())
          throw refusal(401, 'security_exception', 'unable to authenticate');
        return act();
      });
    const { security } = store.client;
    return {
      security: {
        authenticate: () => asKey(() => ({ username: 'ann', lookup_realm: { name: 'native' } })),
        queryApiKeys: (request: never) => asKey(() => security.queryApiKeys(request)),
        invalidateApiKey: (request: never) => asKey(() => security.invalidateApiKey(request)),
      },
      count: () => asKey(() => ({ count: 3 })),
      ...notifications.client(asKey),
    } as unknown as ElasticsearchClient;
  };

  const coreStart: CoreStart = {
    elasticsearch: {
      client: {
        asInternalUser: { security: { invalidateApiKey } } as unknown as ElasticsearchClient,
        asScoped: ({ headers: { authorization } }) => ({
          asCurrentUser: elasticsearchAs(authorization),
        }),
      },
    },
    savedObjects: { getUnsafeInternalClient: () => savedObjects.client },
    security: {
      authc: { apiKeys: { grantAsInternalUser } },
      audit: { asScoped: () => recordingIn(audit), withoutRequest: recordingIn(audit) },
    },
  };
  const pluginsStart: PluginsStart = {
    taskManager: taskManager.start,
    encryptedSavedObjects: savedObjects.encryptedStart,
  };
  const core: CoreSetup = {
    elasticsearch: {},
    http: { createRouter: () => ({ get() {}, post() {}, put() {} }) },
    savedObjects: savedObjects.setup,
    getStartServices: async () => [coreStart, pluginsStart],
  };
  const plugins: PluginsSetup = {
    taskManager: taskManager.setup,
    encryptedSavedObjects: savedObjects.encryptedSetup,
  };
  return {
    core,
    plugins,
    coreStart,
    pluginsStart,
    process,
    savedObjects,
    taskManager,
    notifications,
    invalidateApiKey,
    grantAsInternalUser,
    /** All keys of Elasticsearch. */
    keys: store.keys,
    /** The ids of those that work. */
    liveKeys: () => store.keys.flatMap(({ id, invalidated }) => (invalidated ? [] : id)),
    /** Ids of keys that cannot be invalidated; a test may change it. */
    stuck,
    /** The secrets that were given out, as `Authorization` headers. */
    secrets: () => [...secrets.keys()],
    /** With which `Authorization` headers Elasticsearch was asked. */
    used,
    /** What the audit trail was told. */
    audit,
  };
}

type GrantKey = NonNullable<CoreStart['security']>['authc']['apiKeys']['grantAsInternalUser'];
