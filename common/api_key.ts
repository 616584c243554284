import type { RoleDescriptors } from './role_descriptors.ts';

export const KINDS = ['personal', 'managed', 'cross_cluster'] as const;
/** Who a key is for: an external service, Kibana's background tasks, another cluster. */
export type Kind = (typeof KINDS)[number];

export const STATUSES = ['active', 'expiring_soon', 'expired'] as const;
export type Status = (typeof STATUSES)[number];

/** How long before its expiration a key counts as expiring soon, in ms. */
export const EXPIRING_SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** The name with which Kibana's alerting has always begun the names of its keys. */
export const MANAGED_NAME_PREFIX = 'Alerting: ';

/** An API key as Elasticsearch describes it, plus `kind` and `status`. Times are ms since epoch. */
export interface ApiKey {
  readonly id: string;
  /** Keys made by old versions of Elasticsearch may have no name. */
  readonly name: string | null;
  readonly type: 'rest' | 'cross_cluster';
  readonly creation: number;
  readonly expiration?: number;
  readonly username: string;
  readonly realm: string;
  readonly realm_type?: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** `{}`: the key may do what its owner may. */
  readonly role_descriptors?: RoleDescriptors;
  /** The owner's privileges when the key was made or last updated; only when asked for. */
  readonly limited_by?: readonly RoleDescriptors[];
  readonly access?: unknown;
  readonly certificate_identity?: string;
  readonly profile_uid?: string;
  readonly kind: Kind;
  readonly status: Status;
}

/** The kind of a key, by `type` first, then by the two marks of a managed key. */
export function kindOf(key: Pick<ApiKey, 'type' | 'name' | 'metadata'>): Kind {
  if (key.type === 'cross_cluster') return 'cross_cluster';
  const managed = key.metadata.managed === true || key.name?.startsWith(MANAGED_NAME_PREFIX);
  return managed ? 'managed' : 'personal';
}

/** The status at `now` (ms since epoch) of a key that expires at `expiration`, or never. */
export function statusAt(expiration: number | undefined, now: number): Status {
  if (expiration === undefined) return 'active';
  if (expiration <= now) return 'expired';
  return expiration - now <= EXPIRING_SOON_MS ? 'expiring_soon' : 'active';
}

/** The next moment after `now` at which the status changes, or `undefined` where it never will. */
export function nextStatusChange(expiration: number | undefined, now: number): number | undefined {
  if (expiration === undefined || expiration <= now) return undefined;
  const soon = expiration - EXPIRING_SOON_MS;
  return soon > now ? soon : expiration;
}
