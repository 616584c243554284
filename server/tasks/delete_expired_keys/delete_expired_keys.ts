import type * as t from 'io-ts';
import { type Decoded, decode } from '../../../common/decode.ts';
import { DurationOrZero, durationMs } from '../../../common/duration.ts';
import { exact, oneOf } from '../../../common/exact.ts';
import type { KeyFilter } from '../../../common/key_filter.ts';
import { type KeyedTask, type Plan, type TaskCall, TaskFailure } from '../background_task.ts';
import { Interval } from '../task_params.ts';
import { deleteAndCount } from './delete_and_count.ts';
import { keysOfOwners } from './keys_of_owners.ts';

const Params = exact(
  {},
  { interval: Interval, older_than: DurationOrZero, owners: oneOf(['all', 'own']) },
);
type Params = Required<t.TypeOf<typeof Params>>;
const DEFAULTS: Params = { interval: '1d', older_than: '7d', owners: 'all' };

/**
 * Elasticsearch lets a key with `manage_own_api_key` manage itself only, none of its owner's other
 * keys, so that the keys of one owner need the same privilege as everybody's.
 */
const REQUIRED = { cluster: ['manage_api_key'] };

export const deleteExpiredKeys: KeyedTask = {
  kind: 'keyed',
  id: 'delete_expired_keys',
  title: 'Delete expired keys',
  description:
    'Deletes the API keys that expired some time ago: those of everybody, or only your own.',
  plan(given): Decoded<Plan> {
    const decoded = decode(Params, given);
    if (!decoded.ok) return decoded;
    const params = { ...DEFAULTS, ...decoded.value };
    return {
      ok: true,
      value: {
        params,
        interval: params.interval,
        requiredPrivileges: REQUIRED,
        run: (call) => run(params, call),
      },
    };
  },
};

async function run(params: Params, call: TaskCall) {
  const filter = expiredKeys(params, call.username, call.now);
  const { deleted, failures } = await deleteAndCount(filter, call);
  const affected = [...deleted.values()].reduce((sum, count) => sum + count, 0);
  const message =
    affected === 0 ? 'No expired key was to be deleted.' : `Deleted ${keysOfOwners(deleted)}.`;
  const [reason] = failures;
  if (reason !== undefined)
    throw new TaskFailure(`${message} Others could not be deleted: ${reason}`, affected);
  return { message, affected };
}

function expiredKeys({ older_than, owners }: Params, username: string, now: number): KeyFilter {
  const before = now - (durationMs(older_than) ?? 0);
  return {
    // The first moment that is not meant; no key expired before the epoch.
    expires: { to: Math.max(0, Math.floor(before)) + 1 },
    ...(owners === 'own' && { owners: [username] }),
  };
}
