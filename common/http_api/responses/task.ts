import * as t from 'io-ts';
import { STATUSES } from '../../api_key.ts';
import { exact, oneOf } from '../../exact.ts';
import { JsonObject } from '../../json.ts';
import { Count, described, Time } from './fields.ts';

/** One run of a background task. */
export const TaskRun = exact(
  {
    started: Time,
    ended: Time,
    outcome: oneOf(['succeeded', 'failed']),
    message: described('what was done, or why it failed', t.string),
    affected: described('how many keys or notifications it was about', Count),
  },
  {},
);
export type TaskRun = Readonly<t.TypeOf<typeof TaskRun>>;

const RequiredPrivileges = exact(
  { cluster: t.readonlyArray(t.string) },
  {
    index: t.readonlyArray(
      exact({ names: t.readonlyArray(t.string), privileges: t.readonlyArray(t.string) }, {}),
    ),
  },
);

const TaskKey = exact(
  {
    id: t.string,
    name: t.string,
    username: t.string,
    status: oneOf([...STATUSES, 'deleted']),
  },
  { expiration: Time },
);

/** A background task as the page shows it. Never with a secret. */
export const Task = exact(
  {
    id: t.string,
    title: t.string,
    description: t.string,
    enabled: t.boolean,
    params: JsonObject,
    required_privileges: described(
      'what its key is granted, and so what whoever enables it must hold',
      RequiredPrivileges,
    ),
    runs: described('the last 20, the newest first', t.readonlyArray(TaskRun)),
    running: t.boolean,
  },
  {
    key: described(
      'the managed key it runs with; absent while it is off, and for one that needs none',
      TaskKey,
    ),
    last_run: TaskRun,
    next_run: Time,
  },
);
export type Task = Readonly<t.TypeOf<typeof Task>>;

export const Tasks = exact(
  { tasks: t.readonlyArray(Task) },
  {
    unavailable: described(
      'why tasks are off altogether, e.g. the setting that is missing; absent where they are not',
      t.string,
    ),
  },
);
export type Tasks = Readonly<t.TypeOf<typeof Tasks>>;

export const ChangedTask = exact({ task: Task }, {});
export type ChangedTask = Readonly<t.TypeOf<typeof ChangedTask>>;
