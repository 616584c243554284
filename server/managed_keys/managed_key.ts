import type { Status } from '../../common/api_key.ts';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import type { ElasticsearchClient, KibanaRequest } from '../kibana.ts';

/** Names a managed key; no secret, to be kept beside the task that uses the key. */
export type ManagedKeyHandle = string;

/** What a background task is granted. */
export interface ManagedKeyGrant {
  /** The id of the task manager's task that the key is for: while it runs, the key is not taken away. */
  readonly task: string;
  /** What people see in the list of keys; a number is added that makes it unique. */
  readonly name: string;
  /** The least that the task needs. Not empty: the key would have all of its owner's privileges. */
  readonly roleDescriptors: RoleDescriptors;
  /** Elasticsearch duration, e.g. `90d`; without it the key does not expire. */
  readonly expiration?: string;
  /** Besides `managed` and `task`, which every managed key has. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A managed key as it may be shown. */
export interface ManagedKey {
  /** Of the key in Elasticsearch. */
  readonly id: string;
  readonly name: string;
  /** On whose behalf it works. */
  readonly username: string;
  readonly task: string;
  /** ms since epoch */
  readonly expiration?: number;
  /** `deleted`: by somebody else than this service. */
  readonly status: Status | 'deleted';
}

/**
 * Keys for background tasks. Every method rejects with BackgroundUnavailable where the host has no
 * background tasks, and with the Elasticsearch client's and the host's own errors.
 */
export interface ManagedKeys {
  /**
   * Makes a key on behalf of the user of `request`, and stores its secret encrypted.
   * @throws ManagedKeyError `granted_to_key` for somebody signed in by an API key, `disabled` where
   * API keys are
   */
  grant(request: KibanaRequest, grant: ManagedKeyGrant): Promise<ManagedKeyHandle>;
  /**
   * Calls `use` with Elasticsearch as that key alone. The client must not outlive the call.
   * @throws ManagedKeyError `gone` where the key is released, deleted or expired, `unreadable` where
   * its secret cannot be decrypted
   */
  withClient<T>(
    handle: ManagedKeyHandle,
    use: (elasticsearch: ElasticsearchClient) => Promise<T>,
  ): Promise<T>;
  /** `undefined` for one that has been released. */
  describe(handle: ManagedKeyHandle): Promise<ManagedKey | undefined>;
  /** Gives the key up, to be invalidated within minutes. Can be repeated. */
  release(handle: ManagedKeyHandle): Promise<void>;
}

type Problem = 'granted_to_key' | 'disabled' | 'gone' | 'unreadable';

export class ManagedKeyError extends Error {
  override readonly name = 'ManagedKeyError';
  readonly problem: Problem;

  constructor(problem: Problem, message: string) {
    super(message);
    this.problem = problem;
  }
}
