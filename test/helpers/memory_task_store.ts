import type { TaskRecord } from '../../standalone/console/task_manager/task_record.ts';
import type { StoredTask, TaskStore } from '../../standalone/console/task_manager/task_store.ts';

export interface MemoryTaskStore extends TaskStore {
  /** A task as it is now; throws where there is none. */
  task(id: string): TaskRecord;
}

/** Tasks in memory, with versions like Elasticsearch's. */
export function memoryTaskStore(given: readonly TaskRecord[] = []): MemoryTaskStore {
  let seqNo = 0;
  const stored = (task: TaskRecord): StoredTask => ({
    task,
    version: { seqNo: seqNo++, primaryTerm: 1 },
  });
  const tasks = new Map(given.map((task) => [task.id, stored(task)]));
  const holds = (id: string, version: Parameters<TaskStore['remove']>[1] | 'absent'): boolean => {
    if (version === 'any' || version === 'absent') return tasks.has(id) === (version === 'any');
    return tasks.get(id)?.version.seqNo === version.seqNo;
  };
  const find = (taskTypes: readonly string[], holdsFor: (task: TaskRecord) => boolean) =>
    [...tasks.values()]
      .filter(({ task }) => taskTypes.includes(task.taskType) && holdsFor(task))
      .sort((a, b) => a.task.runAt - b.task.runAt);
  return {
    task(id) {
      const { task } = tasks.get(id) ?? {};
      if (task === undefined) throw new Error(`There is no task ${id}`);
      return task;
    },
    get: async (id) => tasks.get(id),
    async save(task, version) {
      if (!holds(task.id, version)) return undefined;
      const saved = stored(task);
      tasks.set(task.id, saved);
      return saved;
    },
    remove: async (id, version) => holds(id, version) && tasks.delete(id),
    findDueAndRunning: async (taskTypes, now) =>
      find(taskTypes, ({ status, runAt }) =>
        status === 'idle' ? runAt <= now : status === 'running',
      ),
    findWaiting: async (taskTypes, now) =>
      find(taskTypes, ({ status, runAt }) => status === 'idle' && runAt > now).reverse(),
  };
}

export interface UnreliableTaskStore extends TaskStore {
  /** What every request rejects with for as long as it is there. */
  failure: Error | undefined;
}

/** The same tasks as one console reaches them, or does not. */
export function unreliable(store: TaskStore): UnreliableTaskStore {
  const through =
    <Arguments extends unknown[], A>(ask: (...given: Arguments) => Promise<A>) =>
    async (...given: Arguments): Promise<A> => {
      if (reached.failure) throw reached.failure;
      return await ask(...given);
    };
  const reached: UnreliableTaskStore = {
    failure: undefined,
    get: through(store.get),
    save: through(store.save),
    remove: through(store.remove),
    findDueAndRunning: through(store.findDueAndRunning),
    findWaiting: through(store.findWaiting),
  };
  return reached;
}
