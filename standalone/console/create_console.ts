import { randomBytes } from 'node:crypto';
import type { Server } from '@hapi/hapi';
import type { CoreSetup, Plugin, PluginInitializerContext } from '../../server/index.ts';
import { createElasticsearch, type Elasticsearch } from './elasticsearch/client.ts';
import { readAssets, serveAssets } from './http/assets.ts';
import { shapeErrors } from './http/errors.ts';
import { servePages } from './http/pages.ts';
import { createRouter } from './http/router.ts';
import { addSecurityHeaders } from './http/security_headers.ts';
import { createServer } from './http/server.ts';
import { registerStatus } from './http/status.ts';
import { requireXsrfHeader } from './http/xsrf.ts';
import type { LoggerFactory } from './logging.ts';
import { currentUserClient, requireAuthentication } from './session/authentication.ts';
import { registerSessionRoutes } from './session/routes.ts';
import { Sessions } from './session/sessions.ts';
import type { Settings } from './settings/known_settings.ts';

export interface ConsoleParts {
  readonly settings: Settings;
  /** Where the build left the browser code. */
  readonly assets: { readonly dir: string };
  readonly log: LoggerFactory;
  /** The server plugin's entry point. */
  readonly plugin: (context: PluginInitializerContext) => Plugin;
}

/** Everything set up, nothing listening yet. */
export interface Console {
  readonly server: Server;
  readonly elasticsearch: Elasticsearch;
  readonly plugin: Plugin;
}

/**
 * Puts the console together: the server with its rules, its own routes, and the plugin set up on the
 * slice of Kibana that it asks for.
 * @throws SettingsError
 */
export function createConsole({ settings, assets, log, plugin }: ConsoleParts): Console {
  const basePath = settings['server.basePath'];
  const built = readAssets(assets.dir);
  const server = createServer(settings);
  const elasticsearch = createElasticsearch(settings, log.get('elasticsearch'));
  const sessions = new Sessions({
    idleTimeout: settings['xpack.security.session.idleTimeout'],
    lifespan: settings['xpack.security.session.lifespan'],
  });

  requireXsrfHeader(server);
  shapeErrors(server, basePath, log.get('http'));
  requireAuthentication(server, sessions, cookieOptions(settings));
  addSecurityHeaders(server);

  servePages(server, { basePath, entry: built.entry, sessions });
  serveAssets(server, built);
  registerStatus(server, elasticsearch, settings['elasticsearch.requestTimeout']);
  registerSessionRoutes(server, { basePath, elasticsearch, sessions });

  const instance = plugin({
    logger: { get: (...path) => log.get('plugins', 'projectApiKeys', ...path) },
  });
  instance.setup(coreSetup(settings, server, elasticsearch));
  return { server, elasticsearch, plugin: instance };
}

function cookieOptions(settings: Settings) {
  return {
    basePath: settings['server.basePath'],
    // Without a key of one's own, sessions end with the process, as in Kibana.
    encryptionKey: settings['xpack.security.encryptionKey'] ?? randomBytes(32).toString('hex'),
    // TLS may end here or at a proxy.
    isSecure:
      settings['server.ssl.enabled'] ||
      settings['server.publicBaseUrl']?.startsWith('https:') === true,
  };
}

function coreSetup(settings: Settings, server: Server, elasticsearch: Elasticsearch): CoreSetup {
  // Without a word on how others reach it, the console's own way is the best guess.
  const publicBaseUrl =
    settings['elasticsearch.publicBaseUrl'] ?? settings['elasticsearch.hosts']?.[0];
  return {
    elasticsearch: { ...(publicBaseUrl !== undefined && { publicBaseUrl }) },
    http: {
      createRouter: () =>
        createRouter(server, (request) => ({
          core: Promise.resolve({
            elasticsearch: { client: { asCurrentUser: currentUserClient(request, elasticsearch) } },
          }),
        })),
    },
  };
}
