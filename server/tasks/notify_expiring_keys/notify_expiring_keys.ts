import type * as t from 'io-ts';
import { boundedArray } from '../../../common/bounded.ts';
import { type Decoded, decode } from '../../../common/decode.ts';
import { Duration, durationMs } from '../../../common/duration.ts';
import { exact, refined } from '../../../common/exact.ts';
import type { Task } from '../../../common/http_api/tasks.ts';
import type { Config } from '../../config.ts';
import { type KeyedTask, type Plan, TaskFailure } from '../background_task.ts';
import { Interval } from '../task_params.ts';
import { NOTIFICATION_INDEX } from './notification_index.ts';
import { notify } from './notify.ts';
import { WebhookUrl, webhookObstacle } from './webhook_url.ts';

const LONGEST = '3650d';
const Before = refined(
  Duration,
  `a duration of at most "${LONGEST}"`,
  (text) => (durationMs(text) ?? 0) <= (durationMs(LONGEST) ?? 0),
);
const Params = exact(
  {},
  { interval: Interval, before: boundedArray(Before, 1, 10), webhook_url: WebhookUrl },
);
type Params = t.TypeOf<typeof Params>;
const DEFAULTS = { interval: '1d', before: ['14d', '7d', '1d'] };

interface Options {
  readonly settings: Config['notifications'];
  /** Resolves after so many ms. */
  readonly pause: (ms: number) => Promise<void>;
}

export const notifyExpiringKeys = ({ settings, pause }: Options): KeyedTask => ({
  kind: 'keyed',
  id: 'notify_expiring_keys',
  title: 'Tell about expiring keys',
  description: `Tells some days before about each key that will expire: in the index ${NOTIFICATION_INDEX}, and to a webhook where there is one.`,
  plan(given): Decoded<Plan> {
    const decoded = decode(Params, given);
    if (!decoded.ok) return decoded;
    const params = { ...DEFAULTS, ...decoded.value };
    const { webhook_url: url } = params;
    const obstacle = url === undefined ? undefined : webhookObstacle(url, settings);
    const { webhookSecret: secret } = settings;
    return {
      ok: true,
      value: {
        params,
        interval: params.interval,
        requiredPrivileges: requiredPrivileges(params),
        ...(obstacle !== undefined && { obstacle }),
        async run(call) {
          // The settings may have changed since the task was turned on.
          if (obstacle !== undefined) throw new TaskFailure(obstacle, 0);
          const webhook = url !== undefined && secret !== undefined ? { url, secret, pause } : null;
          return notify(params.before, webhook, call);
        },
      },
    };
  },
});

/** A webhook needs more, as what it got is marked. */
const requiredPrivileges = ({ webhook_url }: Params): Task['required_privileges'] => ({
  cluster: ['read_security'],
  index: [
    {
      names: [NOTIFICATION_INDEX],
      privileges:
        webhook_url === undefined
          ? ['create_index', 'create_doc']
          : ['create_index', 'index', 'read'],
    },
  ],
});
