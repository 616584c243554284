import type { Task, TaskRun, Tasks } from '../../common/http_api/tasks.ts';
import type { FakeServer } from './render_page.tsx';

/** A background task that is off and has never run, unless told otherwise. */
export const aTask = (given: Partial<Task> = {}): Task => ({
  id: 'delete_expired_keys',
  title: 'Delete expired keys',
  description: 'Deletes keys that have expired.',
  enabled: false,
  params: { interval: '1d', older_than: '7d', owners: 'all' },
  required_privileges: { cluster: ['manage_api_key'] },
  runs: [],
  running: false,
  ...given,
});

/** The key that a task is granted. */
export const aTaskKey = (given: Partial<NonNullable<Task['key']>> = {}) => ({
  id: 'k1',
  name: 'Delete expired keys (1)',
  username: 'elastic',
  status: 'active' as const,
  ...given,
});

/** A run that ended at `ended` and took a second. */
export const aRun = (ended: number, given: Partial<TaskRun> = {}): TaskRun => ({
  started: ended - 1000,
  ended,
  outcome: 'succeeded',
  message: 'Deleted 3 expired keys.',
  affected: 3,
  ...given,
});

/** A server with these tasks: it turns them on and off, changes and runs them. `now` in ms since epoch. */
export function tasksServer(initial: readonly Task[], now: () => number): FakeServer {
  let tasks = initial;
  const change = (path: string, changed: (task: Task) => Task) => {
    const [, , id] = path.split('/');
    tasks = tasks.map((task) => (task.id === id ? changed(task) : task));
    return { task: tasks.find((task) => task.id === id) };
  };
  return {
    'GET /tasks': (): Tasks => ({ tasks }),
    'PUT /tasks/{id}': ({ path, body }) => {
      const { enabled, params } = body as { enabled: boolean; params?: Task['params'] };
      return change(path, ({ key = aTaskKey(), ...task }) => ({
        ...task,
        enabled,
        ...(params !== undefined && { params }),
        ...(enabled && { key: { ...key, status: 'active' } }),
      }));
    },
    'POST /tasks/{id}/_run': ({ path }) =>
      change(path, (task) => {
        const run = aRun(now());
        return { ...task, last_run: run, runs: [run, ...task.runs] };
      }),
  };
}
