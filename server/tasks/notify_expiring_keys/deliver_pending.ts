import type { ElasticsearchClient } from '../../kibana.ts';
import type { Notification } from './notification.ts';
import { markDelivered, pendingNotifications } from './notification_index.ts';
import { postToWebhook, type Webhook } from './webhook.ts';

/** How many one request of the webhook carries. */
const BATCH = 100;

/**
 * Sends what the webhook has not got yet, also from earlier runs, as `{"notifications": […]}`, and
 * gives how many those were. What was sent is marked at once: only where that is cut off is it sent
 * again, with the same `event.id`.
 * @throws WebhookError; what is not sent stays pending
 */
export async function deliverPending(
  elasticsearch: ElasticsearchClient,
  webhook: Webhook,
  signal: AbortSignal,
): Promise<number> {
  let sent = 0;
  while (!signal.aborted) {
    const pending = await pendingNotifications(elasticsearch, BATCH);
    if (pending.length === 0) break;
    await postToWebhook(webhook, bodyOf(pending), signal);
    await markDelivered(elasticsearch, pending);
    sent += pending.length;
  }
  return sent;
}

const bodyOf = (pending: readonly Notification[]): string =>
  JSON.stringify({ notifications: pending.map(withoutDelivery) });

function withoutDelivery({ project_api_keys, ...rest }: Notification): Notification {
  const { delivery, ...told } = project_api_keys;
  return { ...rest, project_api_keys: told };
}
