import * as t from 'io-ts';
import { exact } from '../exact.ts';
import { JsonObject } from '../json.ts';
import type { ChangedTask, Task, TaskRun, Tasks } from './responses/task.ts';
import { API_PREFIX, emptyAsObject, IdParams, Nothing, type Route, responseOf } from './route.ts';

export type { Task, TaskRun, Tasks };

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
  ChangedTask
> = {
  method: 'put',
  path: `${API_PREFIX}/tasks/{id}`,
  params: IdParams,
  query: Nothing,
  body: exact({ enabled: t.boolean }, { params: JsonObject }),
  response: responseOf<ChangedTask>(),
};

/** Runs an enabled task at once; answers when the run has ended, or after 30 s while it goes on. */
export const runTaskRoute: Route<{ id: string }, object, object, ChangedTask> = {
  method: 'post',
  path: `${API_PREFIX}/tasks/{id}/_run`,
  params: IdParams,
  query: Nothing,
  body: emptyAsObject(Nothing),
  response: responseOf<ChangedTask>(),
};
