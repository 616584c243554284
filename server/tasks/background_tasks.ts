import type { Task, Tasks } from '../../common/http_api/tasks.ts';
import { type BackgroundServices, BackgroundUnavailable } from '../host/background_services.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import type { TaskDefinition } from '../kibana_background.ts';
import { RequestError } from '../routes/request_error.ts';
import type { BackgroundTask } from './background_task.ts';
import { changeTask, type TaskChange } from './change_task.ts';
import { requirePrivileges } from './required_privileges.ts';
import { runNow } from './run_now.ts';
import { type RunOptions, runTask } from './run_task.ts';
import { scheduleTasks } from './schedule_tasks.ts';
import { taskManagerId } from './task_manager_id.ts';
import { taskView, unavailableTask } from './task_view.ts';

/** How often, and after how many ms, a host without background tasks is asked for them. */
const ATTEMPTS = 10;
const PAUSE = 500;

interface Options extends RunOptions {
  readonly tasks: readonly BackgroundTask[];
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
}

interface Caller {
  /** As the user who asks. */
  readonly elasticsearch: ElasticsearchClient;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/**
 * The plugin's own background tasks. The methods that name one throw RequestError 404 where there is
 * no such task, 409 where it cannot be done now, 400 and 403.
 */
export interface BackgroundTasks {
  /** For the task manager. */
  readonly definitions: Readonly<Record<string, TaskDefinition>>;
  /** Schedules what is on. */
  start(): Promise<void>;
  list(): Promise<Tasks>;
  change(id: string, change: TaskChange): Promise<Task>;
  run(id: string, caller: Caller): Promise<Task>;
}

export function createBackgroundTasks(options: Options): BackgroundTasks {
  const { tasks, services, managedKeys, now, pause } = options;
  const view = (task: BackgroundTask, started: BackgroundServices) =>
    taskView(task, started, managedKeys);
  return {
    definitions: Object.fromEntries(tasks.map((task) => definitionOf(task, options))),
    start: async () => scheduleTasks(tasks, await services(), now()),
    async list() {
      try {
        const started = await services();
        return { tasks: await Promise.all(tasks.map((task) => view(task, started))) };
      } catch (error) {
        if (!(error instanceof BackgroundUnavailable)) throw error;
        return { tasks: tasks.map(unavailableTask), unavailable: error.message };
      }
    },
    async change(id, change) {
      const task = taskNamed(id, tasks);
      const started = await availableServices(options);
      if (task.kind === 'keyed') await changeTask(task, change, started, managedKeys, now());
      else refuseChange(id, change);
      return view(task, started);
    },
    async run(id, { elasticsearch, signal }) {
      const task = taskNamed(id, tasks);
      const started = await availableServices(options);
      const { enabled, required_privileges } = await view(task, started);
      await requirePrivileges(elasticsearch, id, required_privileges, signal);
      if (!enabled) throw new RequestError(409, `The task [${id}] is off: turn it on first.`);
      // It may have been turned on but not scheduled.
      await scheduleTasks([task], started, now());
      await runNow(task, started, { now, pause, signal });
      return view(task, started);
    },
  };
}

function definitionOf(task: BackgroundTask, options: RunOptions): [string, TaskDefinition] {
  const { id, title, description } = task;
  return [
    taskManagerId(id),
    {
      title,
      description,
      timeout: '10m',
      createTaskRunner: (context) => ({ run: () => runTask(task, options, context) }),
    },
  ];
}

function taskNamed(id: string, tasks: readonly BackgroundTask[]): BackgroundTask {
  const task = tasks.find((one) => one.id === id);
  if (task === undefined) throw new RequestError(404, `There is no background task [${id}].`);
  return task;
}

/** @throws RequestError 400 for what would change a task that is always on */
function refuseChange(id: string, { enabled, params = {} }: TaskChange): void {
  if (!enabled || Object.keys(params).length > 0)
    throw new RequestError(400, `The task [${id}] is always on and has no parameters.`);
}

/**
 * Waits a little where there are none, as a host may be about to start.
 * @throws RequestError 409 with the reason why there are none
 */
async function availableServices({ services, pause }: Options): Promise<BackgroundServices> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await services();
    } catch (error) {
      if (!(error instanceof BackgroundUnavailable)) throw error;
      if (attempt === ATTEMPTS) throw new RequestError(409, error.message);
    }
    await pause(PAUSE);
  }
}
