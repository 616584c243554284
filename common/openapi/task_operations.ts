import { ChangedTask, Tasks } from '../http_api/responses/task.ts';
import { changeTaskRoute, listTasksRoute, runTaskRoute, type Task } from '../http_api/tasks.ts';
import { EXPIRES } from './examples.ts';
import { operation } from './operation.ts';

const RUN = {
  started: EXPIRES,
  ended: EXPIRES + 250,
  outcome: 'succeeded',
  message: 'No key was waiting to be deleted.',
  affected: 0,
} as const;

const DELETE_EXPIRED: Task = {
  id: 'delete_expired_keys',
  title: 'Delete expired keys',
  description: 'Deletes the API keys that expired some time ago.',
  enabled: false,
  params: { interval: '1d', older_than: '30d', owners: 'all' },
  required_privileges: { cluster: ['manage_api_key'] },
  runs: [],
  running: false,
};

const INVALIDATE_RELEASED: Task = {
  id: 'invalidate_released_keys',
  title: 'Delete released keys',
  description: 'Deletes the managed keys that no task uses any more.',
  enabled: true,
  params: {},
  required_privileges: { cluster: [] },
  last_run: RUN,
  runs: [RUN],
  running: false,
  next_run: EXPIRES + 300_000,
};

export const TASK_OPERATIONS = [
  operation(listTasksRoute, {
    id: 'listTasks',
    tag: 'tasks',
    summary: 'List the background tasks',
    response: Tasks,
    examples: [
      {
        summary: 'A task that is off, and one that is always on',
        response: { tasks: [DELETE_EXPIRED, INVALIDATE_RELEASED] },
      },
    ],
  }),
  operation(changeTaskRoute, {
    id: 'changeTask',
    tag: 'tasks',
    summary: 'Turn a background task on or off, or change its parameters',
    description:
      'Whoever turns a task on must hold what it needs: it gets a managed key with these privileges, and works on behalf of whoever has turned it on last.',
    fields: {
      params: 'Those of this task; where not given, they stay as they are.',
    },
    response: ChangedTask,
    otherStatuses: [404, 409],
    examples: [
      {
        summary: 'Off, with another setting for later',
        params: { id: DELETE_EXPIRED.id },
        body: { enabled: false, params: { older_than: '30d' } },
        response: { task: DELETE_EXPIRED },
      },
    ],
  }),
  operation(runTaskRoute, {
    id: 'runTask',
    tag: 'tasks',
    summary: 'Run a background task at once',
    description:
      'For those who hold what it needs. Answers when the run has ended, or after 30 s while it goes on; 409 where it runs already or is off.',
    response: ChangedTask,
    otherStatuses: [404, 409],
    examples: [
      {
        summary: 'Delete what no task uses any more',
        params: { id: INVALIDATE_RELEASED.id },
        response: { task: INVALIDATE_RELEASED },
      },
    ],
  }),
];
