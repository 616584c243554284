import { randomBytes } from 'node:crypto';
import type { Server } from '@hapi/hapi';
import type { Plugin, PluginInitializerContext } from '../../server/index.ts';
import { type Background, createBackground } from './background.ts';
import { createElasticsearch, type Elasticsearch } from './elasticsearch/client.ts';
import { readAssets, serveAssets } from './http/assets.ts';
import { shapeErrors } from './http/errors.ts';
import { servePages } from './http/pages.ts';
import { addSecurityHeaders } from './http/security_headers.ts';
import { createServer } from './http/server.ts';
import { registerStatus } from './http/status.ts';
import { requireXsrfHeader } from './http/xsrf.ts';
import { coreSetup, coreStart } from './kibana_core.ts';
import type { LoggerFactory } from './logging.ts';
import { requireAuthentication } from './session/authentication.ts';
import { registerSessionRoutes } from './session/routes.ts';
import { Sessions } from './session/sessions.ts';
import type { Settings } from './settings/known_settings.ts';
import { pluginConfig } from './settings/plugin_config.ts';

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
  readonly background: Background;
  readonly plugin: { start(): void; stop(): void };
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
    config: { get: () => pluginConfig(settings) },
  });
  const background = createBackground({ settings, elasticsearch, log });
  const parts = { settings, server, elasticsearch, background };
  const started = [coreStart(parts), background.started.plugins] as const;
  instance.setup(
    coreSetup(parts, async () => started),
    background.setup.plugins,
  );
  return {
    server,
    elasticsearch,
    background,
    plugin: { start: () => instance.start(...started), stop: () => instance.stop() },
  };
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
