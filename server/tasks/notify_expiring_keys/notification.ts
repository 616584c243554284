import type { Threshold } from './thresholds.ts';

/** One key and one threshold, in the fields of the Elastic Common Schema and some of our own. */
export interface Notification {
  readonly '@timestamp': string;
  readonly message: string;
  readonly ecs: { readonly version: string };
  readonly event: {
    /** Equal for equal key and threshold: what was told once is known by it. */
    readonly id: string;
    readonly kind: 'alert';
    readonly category: readonly ['iam'];
    readonly type: readonly ['info'];
    readonly action: 'api-key-expiring';
    readonly provider: 'project-api-keys';
  };
  readonly user: { readonly name: string };
  readonly related: { readonly user: readonly string[] };
  readonly project_api_keys: {
    readonly key: {
      readonly id: string;
      readonly name?: string;
      /** ISO 8601, as `@timestamp` */
      readonly expiration: string;
    };
    /** Elasticsearch duration */
    readonly threshold: string;
    /** Only where there is a webhook. */
    readonly delivery?: 'pending' | 'delivered';
  };
}

interface ExpiringKey {
  readonly id: string;
  readonly name: string | null;
  readonly username: string;
  readonly expiration: number;
}

/** `now` in ms since epoch; `isToBeDelivered`: there is a webhook. */
export function notificationOf(
  { id, name, username, expiration }: ExpiringKey,
  { text: threshold }: Threshold,
  now: number,
  isToBeDelivered: boolean,
): Notification {
  const expires = new Date(expiration).toISOString();
  return {
    '@timestamp': new Date(now).toISOString(),
    message: `The API key ${name ?? id} of ${username} ${expiration <= now ? 'expired' : 'expires'} at ${expires}.`,
    ecs: { version: '8.17.0' },
    event: {
      id: `${id}:${threshold}`,
      kind: 'alert',
      category: ['iam'],
      type: ['info'],
      action: 'api-key-expiring',
      provider: 'project-api-keys',
    },
    user: { name: username },
    related: { user: [username] },
    project_api_keys: {
      key: { id, expiration: expires, ...(name !== null && { name }) },
      threshold,
      ...(isToBeDelivered && { delivery: 'pending' }),
    },
  };
}
