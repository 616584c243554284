import type { ApiKey } from '../../common/api_key.ts';
import type { Task } from '../../common/http_api/tasks.ts';
import { useKnownTasks } from '../api/task_queries.ts';

/** The parts of a key that tell who uses it. */
export type UsedKey = Pick<ApiKey, 'id' | 'kind' | 'metadata'>;

/**
 * The task manager's name of the task that a managed key was granted for; `undefined` for one that
 * was made in another way.
 */
export const grantedFor = ({ kind, metadata: { task } }: UsedKey): string | undefined =>
  kind === 'managed' && typeof task === 'string' ? task : undefined;

/** The task that runs with this key, as far as is known; asks nothing where there cannot be one. */
export function useTaskOf(apiKey: UsedKey): Task | undefined {
  return useKnownTasks(grantedFor(apiKey) !== undefined).find(({ key }) => key?.id === apiKey.id);
}
