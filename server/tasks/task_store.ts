import type { TaskRun } from '../../common/http_api/tasks.ts';
import { ignore } from '../host/saved_object_error.ts';
import { TASK_TYPE } from '../host/saved_object_types.ts';
import type { SavedObjectsClient } from '../kibana_background.ts';
import type { ManagedKeyHandle } from '../managed_keys/managed_key.ts';

/** A task as it is stored, under its id. */
export interface StoredTask {
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>>;
  /** The key it runs with. */
  readonly handle: ManagedKeyHandle | null;
  /** The newest first. */
  readonly runs: readonly TaskRun[];
}

/** The parameters are a text, as the host would add new ones to the fields of an object. */
type TaskAttributes = Omit<StoredTask, 'params'> & { readonly params: string };

const MOST_RUNS = 20;
const NEVER_TURNED_ON: TaskAttributes = { enabled: false, params: '{}', handle: null, runs: [] };

export async function readTask(savedObjects: SavedObjectsClient, id: string): Promise<StoredTask> {
  const found = await savedObjects.get<TaskAttributes>(TASK_TYPE, id).catch(ignore(404));
  const { params, ...task } = found?.attributes ?? NEVER_TURNED_ON;
  return { ...task, params: JSON.parse(params) };
}

/** Changes what is given, whatever others change at the same time. */
export async function changeStoredTask(
  savedObjects: SavedObjectsClient,
  id: string,
  { params, ...changes }: Partial<StoredTask>,
): Promise<void> {
  await savedObjects.create(TASK_TYPE, NEVER_TURNED_ON, { id }).catch(ignore(409));
  await savedObjects.update<TaskAttributes>(TASK_TYPE, id, {
    ...changes,
    ...(params && { params: JSON.stringify(params) }),
  });
}

/** Nobody else adds runs to a task at the same time: its runs follow one another. */
export async function addRun(
  savedObjects: SavedObjectsClient,
  id: string,
  run: TaskRun,
): Promise<void> {
  const { runs } = await readTask(savedObjects, id);
  await changeStoredTask(savedObjects, id, { runs: [run, ...runs].slice(0, MOST_RUNS) });
}

/** The ids of the tasks that nobody has turned on, with those that are always on. */
export async function disabledTasks(savedObjects: SavedObjectsClient): Promise<readonly string[]> {
  const { saved_objects } = await savedObjects.find<TaskAttributes>({
    type: TASK_TYPE,
    perPage: 1000,
  });
  return saved_objects.flatMap(({ id, attributes }) => (attributes.enabled ? [] : id));
}
