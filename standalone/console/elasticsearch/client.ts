import { Client, UndiciConnection } from '@elastic/elasticsearch';
import type { Logger } from '../../../server/index.ts';
import type { Settings } from '../settings/known_settings.ts';
import { settingFile } from '../settings/setting_file.ts';
import { SettingsError } from '../settings/settings_error.ts';
import { basicAuthorization } from './basic_authorization.ts';
import { DeadlineTransport } from './deadline_transport.ts';

/** Elasticsearch, seen as different users over the same connections. */
export interface Elasticsearch {
  /** The console's own user; nobody where no credentials are set. */
  readonly asInternalUser: Client;
  /** With this `Authorization` header; a request's id helps to find it in Elasticsearch's logs. */
  asUser(authorization: string, requestId?: string): Client;
  /** Gives up whatever is still under way. */
  close(): Promise<void>;
}

/**
 * Connects to `elasticsearch.hosts` when first needed, so it does not matter whether they are up.
 * @throws SettingsError where they are not set, or a certificate cannot be read
 */
export function createElasticsearch(settings: Settings, log: Logger): Elasticsearch {
  const nodes = settings['elasticsearch.hosts'];
  if (nodes === undefined) throw new SettingsError('elasticsearch.hosts', 'expected an address');
  const client = new Client({
    nodes: [...nodes],
    requestTimeout: settings['elasticsearch.requestTimeout'],
    Transport: DeadlineTransport,
    tls: tls(settings),
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
    asUser: (authorization, requestId) =>
      client.child({
        headers: { authorization, ...(requestId !== undefined && { 'x-opaque-id': requestId }) },
      }),
    close: () => destroyConnections(client),
  };
}

/** The client's own `close` would wait for answers that nobody waits for any more. */
async function destroyConnections({ connectionPool }: Client): Promise<void> {
  for (const connection of connectionPool.connections) {
    if (connection instanceof UndiciConnection) await connection.pool.destroy();
  }
}

function ownAuthorization(settings: Settings): string | undefined {
  const token = settings['elasticsearch.serviceAccountToken'];
  if (token !== undefined) return `Bearer ${token}`;
  const { 'elasticsearch.username': username, 'elasticsearch.password': password } = settings;
  return username === undefined || password === undefined
    ? undefined
    : basicAuthorization(username, password);
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
