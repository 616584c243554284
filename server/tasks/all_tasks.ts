import type { Config } from '../config.ts';
import type { BackgroundTask } from './background_task.ts';
import { deleteExpiredKeys } from './delete_expired_keys/delete_expired_keys.ts';
import { invalidateReleasedKeys } from './invalidate_released_keys/invalidate_released_keys.ts';
import { notifyExpiringKeys } from './notify_expiring_keys/notify_expiring_keys.ts';

/** The plugin's background tasks, in the order of the page. `pause` resolves after so many ms. */
export const allTasks = (
  { notifications }: Config,
  pause: (ms: number) => Promise<void>,
): readonly BackgroundTask[] => [
  deleteExpiredKeys,
  notifyExpiringKeys({ settings: notifications, pause }),
  invalidateReleasedKeys,
];
