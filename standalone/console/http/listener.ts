import { createServer, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Settings } from '../settings/known_settings.ts';
import { tlsOptions } from './tls.ts';

/** How often Node looks for requests that take too long to arrive, in ms. */
const CHECK_EVERY = 500;

/**
 * What accepts connections, HTTP or HTTPS by `server.ssl.*`. Node answers 431 to more than 16 KB of
 * address and headers, and 408 to a request that has not fully arrived after
 * `server.payloadTimeout`.
 * @throws SettingsError where the certificate or its key cannot be used
 */
export function createListener(settings: Settings): Server {
  const arrival = settings['server.payloadTimeout'];
  const options: ServerOptions = {
    headersTimeout: arrival,
    requestTimeout: arrival,
    connectionsCheckingInterval: CHECK_EVERY,
    keepAliveTimeout: settings['server.keepaliveTimeout'],
  };
  const tls = tlsOptions(settings);
  return tls === undefined
    ? createServer(options)
    : createTlsServer({ ...options, ...tls, handshakeTimeout: arrival });
}

/** An answer of Elasticsearch may take its `requestTimeout` and a second more. In ms. */
const MARGIN = 2000;

/** How long a connection may be silent, in ms; no shorter than what Elasticsearch may take. */
export const silenceOf = (settings: Settings): number =>
  Math.max(settings['server.socketTimeout'], settings['elasticsearch.requestTimeout'] + MARGIN);
