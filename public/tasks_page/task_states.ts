import { statusAt } from '../../common/api_key.ts';
import type { Task } from '../../common/http_api/tasks.ts';

/** A task that is granted nothing is the server's own: it has no key, and is always on. */
export const isAlwaysOn = ({ required_privileges }: Pick<Task, 'required_privileges'>): boolean =>
  required_privileges.cluster.length + (required_privileges.index?.length ?? 0) === 0;

/**
 * Why every run of a task fails until it is granted a new key; `undefined` where none is needed.
 * `now` in ms since epoch.
 */
export function keyTrouble(task: Task, now: number): 'deleted' | 'expired' | undefined {
  if (!task.enabled || isAlwaysOn(task)) return undefined;
  const { key } = task;
  if (key === undefined || key.status === 'deleted') return 'deleted';
  return statusAt(key.expiration, now) === 'expired' ? 'expired' : undefined;
}
