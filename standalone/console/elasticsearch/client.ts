import {
  Client,
  type ClientOptions,
  ClusterConnectionPool,
  UndiciConnection,
} from '@elastic/elasticsearch';
import type { Logger } from '../../../server/index.ts';
import type { Settings } from '../settings/known_settings.ts';
import { settingFile } from '../settings/setting_file.ts';
import { SettingsError } from '../settings/settings_error.ts';
import { basicAuthorization } from './basic_authorization.ts';
import { DeadlineTransport } from './deadline_transport.ts';
import type { UserCall } from './user_call.ts';

/** Elasticsearch, seen as different users over the same connections. */
export interface Elasticsearch {
  /** The console's own user; nobody where no credentials are set. */
  readonly asInternalUser: Client;
  /** With this `Authorization` header. */
  asUser(authorization: string, call?: UserCall): Client;
  /** Gives up whatever is still under way. */
  close(): Promise<void>;
}

/** How long a host may take to accept a connection, in ms: then there is time to ask another one. */
const LONGEST_CONNECT_MS = 10_000;

/**
 * Connects to `elasticsearch.hosts` when first needed, so it does not matter whether they are up.
 * @throws SettingsError where they are not set, or a certificate cannot be read
 */
export function createElasticsearch(settings: Settings, log: Logger): Elasticsearch {
  const nodes = settings['elasticsearch.hosts'];
  if (nodes === undefined) throw new SettingsError('elasticsearch.hosts', 'expected an address');
  const requestTimeout = settings['elasticsearch.requestTimeout'];
  const client = new Client({
    nodes: [...nodes],
    requestTimeout,
    Transport: DeadlineTransport,
    // A host that failed is left alone for a minute or more, as long as others are there.
    ConnectionPool: ClusterConnectionPool,
    nodeSelector: inTurn(),
    tls: { ...tls(settings), timeout: Math.min(LONGEST_CONNECT_MS, requestTimeout / 2) },
  });
  client.diagnostic.on('response', (error, result) => {
    // The only failure whose message the mapping to HTTP hides and an operator needs; it holds no
    // secret, as hosts with credentials are refused.
    if (error?.name !== 'ConnectionError') return;
    log.warn(
      `${result?.meta.request.params.method} ${result?.meta.request.params.path}: ${error.message}`,
    );
  });
  const own = ownAuthorization(settings);
  return {
    asInternalUser: client.child(own === undefined ? {} : { headers: { authorization: own } }),
    asUser: (authorization, call) =>
      client.child({
        headers: { authorization, ...(call && { 'x-opaque-id': call.requestId }) },
        context: { deadline: call?.deadline },
      }),
    close: () => destroyConnections(client),
  };
}

/** For all clients together: each of them would begin with the first host. */
function inTurn(): NonNullable<ClientOptions['nodeSelector']> {
  let turn = 0;
  return (connections) => connections[turn++ % connections.length] as (typeof connections)[number];
}

/** The client's own `close` would wait for answers that nobody waits for any more. */
async function destroyConnections({ connectionPool }: Client): Promise<void> {
  for (const connection of connectionPool.connections) {
    if (connection instanceof UndiciConnection) await connection.pool.destroy();
  }
}

function ownAuthorization(settings: Settings): string | undefined {
  const token = settings['elasticsearch.serviceAccountToken'];
  if (token !== undefined) return `Bearer ${token.reveal()}`;
  const { 'elasticsearch.username': username, 'elasticsearch.password': password } = settings;
  return username === undefined || password === undefined
    ? undefined
    : basicAuthorization(username, password.reveal());
}

function tls(settings: Settings) {
  const authorities = settings['elasticsearch.ssl.certificateAuthorities'];
  const mode = settings['elasticsearch.ssl.verificationMode'];
  return {
    rejectUnauthorized: mode !== 'none',
    ...(mode === 'certificate' && { checkServerIdentity: () => undefined }),
    ...(authorities !== undefined && {
      ca: authorities.map((path) => settingFile('elasticsearch.ssl.certificateAuthorities', path)),
    }),
  };
}
