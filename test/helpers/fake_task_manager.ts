import type {
  ConcreteTaskInstance,
  TaskDefinition,
  TaskInstance,
  TaskManagerSetup,
  TaskManagerStart,
  TaskRunResult,
} from '../../server/kibana_background.ts';
import { failedWith } from './fake_saved_objects.ts';
import type { Interruptible } from './interruptible.ts';

/** Kibana's task manager in memory: tasks run when a test says so, or by `runSoon`. */
export function fakeTaskManager({ step }: Pick<Interruptible, 'step'>, now: () => number) {
  const definitions: Record<string, TaskDefinition> = {};
  const tasks = new Map<string, ConcreteTaskInstance>();
  const underway: Promise<unknown>[] = [];
  const change = (id: string, changes: Partial<ConcreteTaskInstance>) => {
    const task = tasks.get(id);
    if (task === undefined) throw failedWith(404);
    tasks.set(id, { ...task, ...changes });
    return task;
  };

  const setup: TaskManagerSetup = {
    registerTaskDefinitions: (given) => void Object.assign(definitions, given),
  };
  /** Runs a task as Kibana does when it is due. Rejects where the run does. */
  async function run(id: string): Promise<TaskRunResult | undefined> {
    const taskInstance = change(id, { status: 'running' });
    const definition = definitions[taskInstance.taskType];
    if (definition === undefined) throw new Error(`No definition of ${taskInstance.taskType}`);
    const context = { taskInstance, signal: new AbortController().signal };
    try {
      const result = await definition.createTaskRunner(context).run();
      change(id, { state: result?.state ?? {} });
      return result;
    } finally {
      change(id, { status: 'idle' });
    }
  }
  const start: TaskManagerStart = {
    ensureScheduled: (task: TaskInstance) =>
      step(() => {
        const { schedule } = task;
        if (tasks.has(task.id)) change(task.id, schedule ? { schedule } : {});
        else {
          const runAt = task.runAt ?? new Date(now());
          tasks.set(task.id, { ...task, runAt, startedAt: null, status: 'idle', attempts: 0 });
        }
        return task;
      }),
    runSoon: (id) =>
      step(() => {
        if (tasks.get(id)?.status === 'running') throw new Error(`${id} is running`);
        underway.push(run(id).catch(() => undefined));
        return { id };
      }),
    removeIfExists: (id) => step(() => void tasks.delete(id)),
    get: (id) => step(() => change(id, {})),
  };
  return {
    setup,
    start,
    definitions,
    tasks,
    run,
    /** As if another host were at it, or had ended. */
    setRunning: (id: string, running: boolean) =>
      void change(id, { status: running ? 'running' : 'idle' }),
  };
}
