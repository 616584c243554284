import { createHash } from 'node:crypto';
import type { RoleDescriptors } from '../../common/role_descriptors.ts';
import { bytesFrom, type Draws, drawsFrom } from './draws.ts';
import { seededRoles } from './seeded_roles.ts';
import {
  APPLICATIONS,
  ENVIRONMENTS,
  FIRST_NAMES,
  LAST_NAMES,
  LEGACY_MANAGED_NAMES,
  MANAGED_NAMES,
  PERSONAL_NAMES,
  TEAMS,
} from './vocabulary.ts';

export interface Seed {
  /** Decides everything but the times. */
  readonly text: string;
  readonly owners: number;
  /** ms since epoch; the times of the keys are relative to it. */
  readonly now: number;
}

/** What a key is for and how long it lives, by its number: so any 50 in a row hold all there is. */
type Purpose = 'personal' | 'marked' | 'legacy';
type Lifetime = 'expired' | 'soon' | 'far' | 'never';
const PURPOSES = ['personal', 'personal', 'marked', 'personal', 'legacy'] as const;
const LIFETIMES = [
  'far',
  'never',
  'expired',
  'far',
  'soon',
  'never',
  'far',
  'expired',
  'never',
  'far',
] as const;

export interface SeededKey {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly purpose: Purpose;
  readonly lifetime: Lifetime;
  /** ms since epoch */
  readonly creation: number;
  readonly expiration: number | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly roleDescriptors: RoleDescriptors;
  readonly secret: string;
  /** For `Authorization: ApiKey …`. */
  readonly encoded: string;
}

/** Key number `index`: the same for the same seed, however many there are. */
export function seededKey({ text, owners, now }: Seed, index: number): SeededKey {
  const draws = drawsFrom(`${text}/${index}`);
  const id = bytesFrom(`${text}/${index}/id`, 15).toString('base64url');
  const secret = bytesFrom(`${text}/${index}/secret`, 16).toString('base64url');
  const purpose = PURPOSES[index % PURPOSES.length] ?? 'personal';
  const lifetime = LIFETIMES[(index + Math.floor(index / 10)) % LIFETIMES.length] ?? 'never';
  const application = draws.oneOf(APPLICATIONS);
  return {
    id,
    secret,
    encoded: Buffer.from(`${id}:${secret}`).toString('base64'),
    purpose,
    lifetime,
    owner: ownerName(ownerNumber(draws, owners)),
    name: keyName(draws, purpose, application),
    ...times(draws, lifetime, now),
    metadata: {
      team: draws.oneOf(TEAMS),
      environment: draws.oneOf(ENVIRONMENTS),
      application,
      ...(purpose === 'marked' && { managed: true }),
    },
    roleDescriptors: seededRoles(draws, application),
  };
}

/** Few owners have many keys, as it is: the share of the first tenth is nearly a half. */
const ownerNumber = (draws: Draws, owners: number): number =>
  Math.floor(owners * (draws.below(2 ** 20) / 2 ** 20) ** 3);

/** `maria.keller`, and once the names are used up `maria.keller.2`. */
export function ownerName(number: number): string {
  const first = FIRST_NAMES[number % FIRST_NAMES.length];
  const others = Math.floor(number / FIRST_NAMES.length);
  const last = LAST_NAMES[(number + others) % LAST_NAMES.length];
  const round = Math.floor(others / LAST_NAMES.length);
  return `${first}.${last}${round === 0 ? '' : `.${round + 1}`}`;
}

const NAMES = {
  personal: PERSONAL_NAMES,
  marked: MANAGED_NAMES,
  legacy: LEGACY_MANAGED_NAMES,
};

const keyName = (draws: Draws, purpose: Purpose, application: string): string =>
  draws
    .oneOf(NAMES[purpose])
    .replace('{app}', application)
    .replace('{n}', String(draws.below(1000)));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Created within two years, to the minute, so that some tie. The expired ones have been so for less
 * than a week: Elasticsearch removes older ones by itself, with the next deletion of any key.
 */
function times(draws: Draws, lifetime: Lifetime, now: number) {
  const age = 10 * DAY + draws.below(720 * 24 * 60) * 60_000;
  const creation = Math.floor((now - age) / 60_000) * 60_000;
  switch (lifetime) {
    case 'expired':
      return { creation, expiration: now - HOUR - draws.below(6 * DAY) };
    case 'soon':
      return { creation, expiration: now + 2 * HOUR + draws.below(13 * DAY) };
    case 'far':
      return { creation, expiration: now + 20 * DAY + draws.below(340 * DAY) };
    case 'never':
      return { creation, expiration: null };
  }
}

/** What Elasticsearch stores of a key; `version` is that of its own documents. */
export function toDocument(key: SeededKey, version: number): Record<string, unknown> {
  return {
    doc_type: 'api_key',
    type: 'rest',
    creation_time: key.creation,
    expiration_time: key.expiration,
    api_key_invalidated: false,
    api_key_hash: saltedHash(key.secret, bytesFrom(`${key.id}/salt`, 8)),
    role_descriptors: key.roleDescriptors,
    limited_by_role_descriptors: LIMITED_BY,
    name: key.name,
    version,
    metadata_flattened: key.metadata,
    creator: {
      principal: key.owner,
      full_name: null,
      email: null,
      metadata: {},
      realm: 'default_native',
      realm_type: 'native',
    },
  };
}

/** Elasticsearch's `ssha256`: the salt in base64, then base64 of SHA-256 over secret and salt. */
const saltedHash = (secret: string, salt: Buffer): string =>
  `{SSHA256}${salt.toString('base64')}${createHash('sha256').update(secret).update(salt).digest('base64')}`;

/** What the owners may do. */
const LIMITED_BY: RoleDescriptors = {
  seeded_owner: {
    cluster: ['manage_own_api_key', 'monitor'],
    indices: [{ names: ['*'], privileges: ['read', 'write'] }],
  },
};
