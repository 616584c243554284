import {
  apiKey,
  askElasticsearch,
  basic,
  createUser,
  type RoleBody,
  sharedElasticsearch,
  type TestUser,
} from './elasticsearch.ts';
import { cookieOf, logIn } from './log_in.ts';
import { until } from './until.ts';

/** Who may ask for something. */
export const KINDS_OF_USER = [
  'nobody',
  'none',
  'own',
  'all',
  'read_only',
  'security_admin',
  'api_key',
  'expired_session',
] as const;
export type KindOfUser = (typeof KINDS_OF_USER)[number];

export interface GrantedKey {
  readonly id: string;
  readonly encoded: string;
}

const ROLES: Readonly<Record<KindOfUser, RoleBody>> = {
  nobody: {},
  none: {},
  own: { cluster: ['manage_own_api_key'] },
  all: { cluster: ['manage_api_key'] },
  read_only: { cluster: ['read_security'] },
  security_admin: { cluster: ['manage_security'] },
  api_key: { cluster: ['manage_own_api_key'] },
  expired_session: { cluster: ['manage_own_api_key'] },
};

/** A new key of this user, whatever they may do themselves. */
export async function grantKey({ username, password }: TestUser): Promise<GrantedKey> {
  const { status, body } = await askElasticsearch(
    basic('elastic', sharedElasticsearch().password),
    'POST',
    '/_security/api_key/grant',
    { grant_type: 'password', username, password, api_key: { name: 'k', expiration: '10d' } },
  );
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as unknown as GrantedKey;
}

export interface Askers {
  /** A new key of the user of this kind. */
  grantOwnKey(kind: KindOfUser): Promise<GrantedKey>;
  /** By which the user of this kind is known; an API key is `key`, or one that is always the same. */
  headersOf(kind: KindOfUser, key?: GrantedKey): Readonly<Record<string, string>>;
}

/** A user of each kind. Give it a console whose sessions live for a moment. */
export async function createAskers(consoleUrl: string): Promise<Askers> {
  const users = new Map<KindOfUser, TestUser>(
    await Promise.all(
      KINDS_OF_USER.map(async (kind) => [kind, await createUser(ROLES[kind])] as const),
    ),
  );
  const userOf = (kind: KindOfUser): TestUser => {
    const user = users.get(kind);
    if (user === undefined) throw new Error(`There is no user of the kind ${kind}`);
    return user;
  };
  const [cookie, sameKey] = await Promise.all([
    expiredSession(consoleUrl, userOf('expired_session')),
    grantKey(userOf('api_key')),
  ]);
  return {
    grantOwnKey: (kind) => grantKey(userOf(kind)),
    headersOf(kind, { encoded } = sameKey) {
      if (kind === 'nobody') return {};
      if (kind === 'expired_session') return { cookie };
      return { authorization: kind === 'api_key' ? apiKey(encoded) : userOf(kind).authorization };
    },
  };
}

/** The cookie of a session that was good and is over. */
async function expiredSession(consoleUrl: string, user: TestUser): Promise<string> {
  const cookie = cookieOf(await logIn(consoleUrl, user));
  const me = () => fetch(new URL('/internal/security/me', consoleUrl), { headers: { cookie } });
  await until(async () => (await me()).status === 401);
  return cookie;
}

/** Whether a key is still good, as Elasticsearch says. */
export async function isKeyLive(id: string): Promise<boolean> {
  const { body } = await askElasticsearch(
    basic('elastic', sharedElasticsearch().password),
    'GET',
    `/_security/api_key?id=${id}`,
  );
  const [key] = body.api_keys as { invalidated: boolean }[];
  return key?.invalidated === false;
}
