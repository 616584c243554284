import type { estypes } from '@elastic/elasticsearch';
import type { OwnIndex, Stored, Version } from '../own_index/own_index.ts';
import type { TaskRecord } from './task_record.ts';

export interface StoredTask {
  readonly task: TaskRecord;
  readonly version: Version;
}

const TYPE = 'task';

/** What of tasks can be searched for. */
export const TASK_PROPERTIES: Record<string, estypes.MappingProperty> = {
  [TYPE]: {
    dynamic: false,
    properties: {
      taskType: { type: 'keyword' },
      status: { type: 'keyword' },
      runAt: { type: 'date' },
    },
  },
};

interface TaskDocument {
  readonly type: typeof TYPE;
  readonly task: TaskRecord;
}

/** Tasks change often, and are looked for every few seconds: nobody waits for a search to find one. */
const WRITE = { searchable: false };

/** How many tasks a search gives: enough for many consoles, small enough for a search every 3 s. */
const BATCH = 100;

/** The tasks of all consoles. Rejects as OwnIndex does. */
export interface TaskStore {
  get(id: string): Promise<StoredTask | undefined>;
  /** `undefined` where it is no longer as of `version`. */
  save(task: TaskRecord, version: Version | 'absent'): Promise<StoredTask | undefined>;
  /** `false` where it is no longer as of `version`. */
  remove(id: string, version: Version | 'any'): Promise<boolean>;
  /** Tasks of these types that are due or running, the longest due first. May be a second late. */
  findDueAndRunning(taskTypes: readonly string[], now: number): Promise<StoredTask[]>;
  /** Tasks of these types that wait for a time to come, the most distant one first. */
  findWaiting(taskTypes: readonly string[], now: number): Promise<StoredTask[]>;
}

/** Keeps the tasks in the console's own index. */
export function createTaskStore(index: OwnIndex): TaskStore {
  async function find(
    taskTypes: readonly string[],
    conditions: readonly estypes.QueryDslQueryContainer[],
    order: 'asc' | 'desc',
  ): Promise<StoredTask[]> {
    const known = [{ term: { type: TYPE } }, { terms: { 'task.taskType': [...taskTypes] } }];
    const { found } = await index.search<TaskDocument>({
      query: { bool: { filter: [...known, ...conditions] } },
      sort: [{ 'task.runAt': order }],
      size: BATCH,
    });
    return found.map(taskIn);
  }

  return {
    async get(id) {
      const stored = await index.get<TaskDocument>(documentId(id));
      return stored && taskIn(stored);
    },
    async save(task, version) {
      const document: TaskDocument = { type: TYPE, task };
      const written = await index.put(documentId(task.id), document, version, WRITE);
      return written && { task, version: written };
    },
    remove: (id, version) => index.remove(documentId(id), version, WRITE),
    findDueAndRunning(taskTypes, now) {
      const due = { bool: { filter: [IDLE, { range: { 'task.runAt': { lte: now } } }] } };
      return find(taskTypes, [{ bool: { should: [due, RUNNING] } }], 'asc');
    },
    findWaiting: (taskTypes, now) =>
      find(taskTypes, [IDLE, { range: { 'task.runAt': { gt: now } } }], 'desc'),
  };
}

const IDLE = { term: { 'task.status': 'idle' } };
const RUNNING = { term: { 'task.status': 'running' } };

const documentId = (id: string): string => `${TYPE}:${id}`;

const taskIn = ({ document: { task }, version }: Stored<TaskDocument>): StoredTask => ({
  task,
  version,
});
