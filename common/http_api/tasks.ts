import * as t from 'io-ts';
import type { Status } from '../api_key.ts';
import { exact, JsonObject } from '../exact.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

/** One run of a background task; times in ms since epoch. */
export interface TaskRun {
  readonly started: number;
  readonly ended: number;
  readonly outcome: 'succeeded' | 'failed';
  /** What was done, or why it failed. */
  readonly message: string;
  /** How many keys or notifications it was about. */
  readonly affected: number;
}

/** A background task as the page shows it. Never with a secret. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>>;
  /** What its key is granted, and so what whoever enables it must hold. */
  readonly required_privileges: {
    readonly cluster: readonly string[];
    readonly index?: readonly {
      readonly names: readonly string[];
      readonly privileges: readonly string[];
    }[];
  };
  /** The managed key it runs with; absent while it is off, and for one that needs none. */
  readonly key?: {
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly expiration?: number;
    readonly status: Status | 'deleted';
  };
  readonly last_run?: TaskRun;
  /** The last 20, the newest first. */
  readonly runs: readonly TaskRun[];
  readonly running: boolean;
  /** ms since epoch */
  readonly next_run?: number;
}

export interface Tasks {
  readonly tasks: readonly Task[];
  /** Why tasks are off altogether, e.g. the setting that is missing; absent where they are not. */
  readonly unavailable?: string;
}

export const listTasksRoute: Route<object, object, object, Tasks> = {
  method: 'get',
  path: `${API_PREFIX}/tasks`,
  params: Nothing,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<Tasks>(),
};

/** Turns a task on, with a new managed key, or off, which releases its key; or changes `params`. */
export const changeTaskRoute: Route<
  { id: string },
  object,
  { enabled: boolean; params?: Record<string, unknown> },
  { readonly task: Task }
> = {
  method: 'put',
  path: `${API_PREFIX}/tasks/{id}`,
  params: IdParams,
  query: Nothing,
  body: exact({ enabled: t.boolean }, { params: JsonObject }),
  response: responseOf<{ readonly task: Task }>(),
};

/** Runs an enabled task at once; answers when the run has ended, or after 30 s while it goes on. */
export const runTaskRoute: Route<{ id: string }, object, object, { readonly task: Task }> = {
  method: 'post',
  path: `${API_PREFIX}/tasks/{id}/_run`,
  params: IdParams,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<{ readonly task: Task }>(),
};
