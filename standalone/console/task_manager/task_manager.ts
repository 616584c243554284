import { conflict, notFound } from '@hapi/boom';
import type { TaskDefinition, TaskManagerSetup, TaskManagerStart } from '../../../server/index.ts';
import type { Scheduler } from './scheduler.ts';
import { concrete, dueNow, rescheduled, scheduled, type TaskRecord } from './task_record.ts';
import type { StoredTask, TaskStore } from './task_store.ts';

/** Kibana's registration of what tasks do, into `definitions`. */
export const createTaskManagerSetup = (
  definitions: Map<string, TaskDefinition>,
): TaskManagerSetup => ({
  registerTaskDefinitions(registered) {
    for (const [taskType, definition] of Object.entries(registered)) {
      if (definitions.has(taskType))
        throw new Error(`The task type ${taskType} is registered already`);
      definitions.set(taskType, definition);
    }
  },
});

/** Kibana's task manager. `now` is ms since epoch. */
export function createTaskManagerStart(
  store: TaskStore,
  scheduler: Pick<Scheduler, 'offer'>,
  now: () => number,
): TaskManagerStart {
  async function stored(id: string): Promise<StoredTask> {
    const task = await store.get(id);
    if (task === undefined) throw notFound(`Task ${id} not found`);
    return task;
  }

  /** Makes a change to the present task, also where others change it at the same time. */
  async function change(
    id: string,
    changed: (task: TaskRecord) => TaskRecord,
  ): Promise<StoredTask> {
    for (;;) {
      const present = await stored(id);
      const next = changed(present.task);
      // A needless write would look like a sign of life of whoever runs it.
      const saved = next === present.task ? present : await store.save(next, present.version);
      if (saved !== undefined) return saved;
    }
  }

  return {
    async ensureScheduled(task) {
      const { schedule } = task;
      const isNew = (await store.save(scheduled(task, now()), 'absent')) !== undefined;
      if (!isNew && schedule) await change(task.id, (known) => rescheduled(known, schedule, now()));
      return task;
    },

    async runSoon(id) {
      const due = await change(id, (task) => {
        if (task.status === 'running') throw conflict(`Task ${id} is running already`);
        return dueNow(task, now());
      });
      scheduler.offer(due);
      return { id };
    },

    async removeIfExists(id) {
      await store.remove(id, 'any');
    },

    async get(id) {
      return concrete((await stored(id)).task);
    },
  };
}
