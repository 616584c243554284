import type { Decoded } from '../../common/decode.ts';
import type { Task } from '../../common/http_api/tasks.ts';
import type { BackgroundServices } from '../host/background_services.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import type { AuditLogger } from '../kibana_audit.ts';

/** Something that is done again and again. */
export type BackgroundTask = KeyedTask | HostTask;

interface Described {
  /** As in the HTTP API. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Is turned on by a user, and works on that user's behalf, with a managed key. */
export interface KeyedTask extends Described {
  readonly kind: 'keyed';
  /** What it would do with these parameters; those that are not given have a default. */
  plan(params: unknown): Decoded<Plan>;
}

export interface Plan {
  /** All of them. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Between two runs, as the task manager has it: `1d`. */
  readonly interval: string;
  readonly requiredPrivileges: Task['required_privileges'];
  /** Why these parameters cannot be used with the settings of this host. */
  readonly obstacle?: string;
  /** @throws TaskFailure, and what Elasticsearch refuses */
  run(call: TaskCall): Promise<TaskOutcome>;
}

export interface TaskCall {
  /** As the managed key. */
  readonly elasticsearch: ElasticsearchClient;
  /** On whose behalf. */
  readonly username: string;
  /** For what is done to keys; it adds the task and the user. */
  readonly audit: AuditLogger;
  /** When the run began, in ms since epoch. */
  readonly now: number;
  /** When the last run that succeeded began, in ms since epoch. */
  readonly since: number;
  /** Aborts when the run's time is over. */
  readonly signal: AbortSignal;
}

/** Is always on, and works as the host's own user. */
export interface HostTask extends Described {
  readonly kind: 'host';
  readonly interval: string;
  /** `now` in ms since epoch. @throws TaskFailure, and what Elasticsearch or the host refuses */
  run(services: BackgroundServices, now: number): Promise<TaskOutcome>;
}

export interface TaskOutcome {
  /** What was done, as a sentence. */
  readonly message: string;
  /** How many keys or notifications it was about. */
  readonly affected: number;
}

/** A run that did not do all that it should have. */
export class TaskFailure extends Error implements TaskOutcome {
  override readonly name = 'TaskFailure';
  /** What was done nevertheless. */
  readonly affected: number;

  constructor(message: string, affected: number) {
    super(message);
    this.affected = affected;
  }
}
