import { invalidateReleased } from '../../managed_keys/invalidate_released.ts';
import { type HostTask, TaskFailure } from '../background_task.ts';
import { numberOf } from '../number_of.ts';
import { tidyUp } from './tidy_up.ts';

/** The queue of managed keys that were given up. */
export const invalidateReleasedKeys: HostTask = {
  kind: 'host',
  id: 'invalidate_released_keys',
  title: 'Invalidate released keys',
  description:
    'Invalidates the managed keys of background tasks that were turned off or granted another key. Always on; works as the user of this server.',
  interval: '5m',
  async run(services, now) {
    await tidyUp(services, this.id, now);
    const { invalidated, failures, inUse } = await invalidateReleased(services, now);
    const done = `Invalidated ${numberOf(invalidated, 'key')}.`;
    const message = inUse === 0 ? done : `${done} ${numberOf(inUse, 'key')} still in use.`;
    const [reason] = failures;
    if (reason !== undefined)
      throw new TaskFailure(
        `${message} ${numberOf(failures.length, 'key')} could not be invalidated and will be tried again: ${reason}`,
        invalidated,
      );
    return { message, affected: invalidated };
  },
};
