import { type TaskCall, TaskFailure, type TaskOutcome } from '../background_task.ts';
import { numberOf } from '../number_of.ts';
import { deliverPending } from './deliver_pending.ts';
import { expiringKeys } from './expiring_keys.ts';
import { notificationOf } from './notification.ts';
import { ensureNotificationIndex, storeNew } from './notification_index.ts';
import { passedThresholds, type Threshold, thresholdsOf } from './thresholds.ts';
import { type Webhook, WebhookError } from './webhook.ts';

/**
 * Tells once about each key and threshold (`before`: Elasticsearch durations): whatever the clock
 * does between two runs, what was told is known by its id, and keys that expired since the last run
 * are told about late rather than not at all.
 * @throws TaskFailure
 */
export async function notify(
  before: readonly string[],
  webhook: Webhook | null,
  call: TaskCall,
): Promise<TaskOutcome> {
  const { elasticsearch, signal } = call;
  await ensureNotificationIndex(elasticsearch);
  const affected = await storePassed(thresholdsOf(before), webhook !== null, call);
  const stored = `${numberOf(affected, 'new notification')}`;
  if (webhook === null) return { message: `${stored}.`, affected };
  try {
    const sent = await deliverPending(elasticsearch, webhook, signal);
    return { message: `${stored}, ${sent} sent to ${new URL(webhook.url).host}.`, affected };
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    throw new TaskFailure(`${stored}. ${error.message} It will be tried again.`, affected);
  }
}

/** Gives how many are new. */
async function storePassed(
  thresholds: readonly Threshold[],
  isToBeDelivered: boolean,
  { elasticsearch, now, since, signal }: TaskCall,
): Promise<number> {
  const widest = thresholds.at(-1)?.ms ?? 0;
  const period = { from: Math.min(since, now), to: Math.floor(now + widest) + 1 };
  let stored = 0;
  for await (const keys of expiringKeys(elasticsearch, period, now, signal)) {
    const notifications = keys.flatMap((key) =>
      passedThresholds(key, thresholds, now).map((threshold) =>
        notificationOf(key, threshold, now, isToBeDelivered),
      ),
    );
    stored += await storeNew(elasticsearch, notifications);
  }
  return stored;
}
