import type { Server } from '@hapi/hapi';
import type { Plugin, PluginInitializerContext } from '../../server/index.ts';
import { createAuditTrail } from './audit_trail.ts';
import { type Background, createBackground } from './background.ts';
import { createElasticsearch, type Elasticsearch } from './elasticsearch/client.ts';
import { limitUserCalls } from './elasticsearch/user_call.ts';
import { logRequests } from './http/access_log.ts';
import { readAssets, serveFiles } from './http/assets.ts';
import { shapeErrors } from './http/errors.ts';
import { refuseOtherSites } from './http/other_sites.ts';
import { servePages } from './http/pages.ts';
import { type PluginBundle, servePluginBundle } from './http/plugin_bundle.ts';
import { createServer } from './http/server.ts';
import { registerStatus } from './http/status.ts';
import { requireXsrfHeader } from './http/xsrf.ts';
import { coreSetup, coreStart } from './kibana_core.ts';
import type { LoggerFactory } from './logging.ts';
import { requireAuthentication } from './session/authentication.ts';
import { registerSessionRoutes } from './session/routes.ts';
import { createSessionParts } from './session/session_parts.ts';
import type { Settings } from './settings/known_settings.ts';
import { pluginConfig } from './settings/plugin_config.ts';

export interface ConsoleParts {
  readonly settings: Settings;
  /** Where the build left the browser code. */
  readonly assets: { readonly dir: string };
  readonly log: LoggerFactory;
  /** The server plugin's entry point. */
  readonly plugin: (context: PluginInitializerContext) => Plugin;
  /** Its browser code where that is not part of `assets`. */
  readonly bundle?: PluginBundle;
  /** Resolves once the console's own user is there; it is unless this is given. */
  readonly ownUserReady?: Promise<void>;
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
export function createConsole({
  settings,
  assets,
  log,
  plugin,
  bundle,
  ownUserReady = Promise.resolve(),
}: ConsoleParts): Console {
  const basePath = settings['server.basePath'];
  const requestTimeout = settings['elasticsearch.requestTimeout'];
  const built = readAssets(assets.dir);
  const server = createServer(settings);
  logRequests(server, log.get('http', 'server', 'response'));
  const elasticsearch = createElasticsearch(settings, log.get('elasticsearch'));
  const audit = createAuditTrail(log.audit);
  const background = createBackground({ settings, elasticsearch, log });
  const { ownIndex } = background;
  const options = { settings, log, auditOf: audit.of, ownIndex, ownUserReady };
  const session = createSessionParts(server, options);

  refuseOtherSites(server, settings);
  requireXsrfHeader(server);
  shapeErrors(server, basePath, log.get('http'));
  requireAuthentication(server, session);
  limitUserCalls(server, requestTimeout);

  servePages(server, { basePath, entry: built.entry, bundle, session });
  serveFiles(server, '/assets', built);
  if (bundle) servePluginBundle(server, bundle);
  registerStatus(server, { elasticsearch, background, requestTimeout });
  registerSessionRoutes(server, { basePath, elasticsearch, session });

  const instance = plugin({
    logger: { get: (...path) => log.get('plugins', 'projectApiKeys', ...path) },
    config: { get: () => pluginConfig(settings) },
  });
  const parts = { settings, server, elasticsearch, background, audit };
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
