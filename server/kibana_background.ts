/**
 * The slice of Kibana's server contracts that background tasks use, as structural types: saved
 * objects, encrypted saved objects and task manager. All three are optional for the plugin: without
 * them tasks are off and say so. Facts from Kibana 9.1 to 9.5.
 */

/** A document of the host's own store. `version` is opaque, for optimistic concurrency. */
export interface SavedObject<Attributes> {
  readonly id: string;
  readonly type: string;
  readonly attributes: Attributes;
  readonly version?: string;
}

export interface SavedObjectType {
  readonly name: string;
  readonly hidden: boolean;
  readonly namespaceType: 'agnostic';
  readonly mappings: { readonly dynamic: false; readonly properties: Readonly<object> };
  /** By number, from 1 on without gaps: how its form has changed. */
  readonly modelVersions: Readonly<Record<string, { readonly changes: readonly never[] }>>;
}

/** Rejects with an error whose `output.statusCode` is 404 or 409, as Kibana's does. */
export interface SavedObjectsClient {
  create<A extends object>(
    type: string,
    attributes: A,
    options?: { readonly id?: string; readonly overwrite?: boolean },
  ): Promise<SavedObject<A>>;
  get<A>(type: string, id: string): Promise<SavedObject<A>>;
  /** Changes the attributes that are given. With `version`, only what has not been changed since (409). */
  update<A extends object>(
    type: string,
    id: string,
    attributes: Partial<A>,
    options?: { readonly version?: string },
  ): Promise<unknown>;
  delete(type: string, id: string): Promise<unknown>;
  /** Encrypted attributes are absent from what is found. */
  find<A>(options: {
    readonly type: string;
    readonly page?: number;
    readonly perPage?: number;
    readonly sortField?: string;
    readonly sortOrder?: 'asc' | 'desc';
  }): Promise<{
    readonly total: number;
    readonly saved_objects: readonly SavedObject<A>[];
  }>;
}

export interface SavedObjectsSetup {
  registerType(type: SavedObjectType): void;
}
export interface SavedObjectsStart {
  /**
   * As the host's own user. Kibana has it from 9.2 on; its `createInternalRepository` would store
   * secrets unencrypted.
   */
  getUnsafeInternalClient(options: {
    readonly includedHiddenTypes: readonly string[];
  }): SavedObjectsClient;
}

export interface EncryptedSavedObjectsSetup {
  /** False where `xpack.encryptedSavedObjects.encryptionKey` is not set. */
  readonly canEncrypt: boolean;
  registerType(registration: {
    readonly type: string;
    readonly attributesToEncrypt: ReadonlySet<string>;
    /** Additional authenticated data, beside type and id: the secret is good for these only. */
    readonly attributesToIncludeInAAD?: ReadonlySet<string>;
  }): void;
}
export interface EncryptedSavedObjectsStart {
  getClient(options?: { readonly includedHiddenTypes?: readonly string[] }): {
    getDecryptedAsInternalUser<A>(type: string, id: string): Promise<SavedObject<A>>;
  };
}

export interface TaskInstance {
  readonly id: string;
  readonly taskType: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
  readonly schedule?: { readonly interval: string };
  /** When it is due for the first time; at once unless given. */
  readonly runAt?: Date;
}
export interface ConcreteTaskInstance extends TaskInstance {
  readonly runAt: Date;
  readonly startedAt: Date | null;
  readonly status: string;
  readonly attempts: number;
}
export interface TaskRunResult {
  readonly state: Readonly<Record<string, unknown>>;
}
export interface TaskRunContext {
  readonly taskInstance: ConcreteTaskInstance;
  /** Aborted when the task is cancelled or its time is over. */
  readonly signal?: AbortSignal;
  /** What Kibana gave in place of its signal until July 2026. */
  readonly abortController?: { readonly signal: AbortSignal };
}
export interface TaskDefinition {
  readonly title: string;
  readonly description?: string;
  /** How long one run may take: `5m`. */
  readonly timeout?: string;
  readonly maxAttempts?: number;
  createTaskRunner(context: TaskRunContext): { run(): Promise<TaskRunResult | undefined> };
}

export interface TaskManagerSetup {
  registerTaskDefinitions(definitions: Readonly<Record<string, TaskDefinition>>): void;
}
/** `runSoon` rejects where the task does not exist (404) or is running. */
export interface TaskManagerStart {
  /** Of a task that there is already, changes the schedule only. */
  ensureScheduled(task: TaskInstance): Promise<TaskInstance>;
  runSoon(id: string): Promise<{ readonly id: string }>;
  removeIfExists(id: string): Promise<void>;
  /** Rejects with a 404 where there is no such task. */
  get(id: string): Promise<ConcreteTaskInstance>;
}
