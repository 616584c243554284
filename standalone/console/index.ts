import { plugin as pluginOfSources } from '../../server/index.ts';
import { type ConsoleParts, createConsole } from './create_console.ts';
import type { PluginBundle } from './http/plugin_bundle.ts';
import { addressOf, listen } from './http/server.ts';
import type { LoggerFactory } from './logging.ts';
import type { Settings } from './settings/known_settings.ts';

export { endAtCrash } from './crash.ts';
export { basicAuthorization } from './elasticsearch/basic_authorization.ts';
export { createElasticsearch } from './elasticsearch/client.ts';
export { createLogging } from './logging.ts';
export { hasOwnUser } from './settings/background_settings.ts';
export type { Settings } from './settings/known_settings.ts';
export { type Invocation, loadSettings } from './settings/load_settings.ts';
export { SettingsError } from './settings/settings_error.ts';

export interface ConsoleOptions {
  readonly settings: Settings;
  /** Where the build left the browser code. */
  readonly assets: { readonly dir: string };
  /** The plugin of the sources unless given. */
  readonly plugin?: ConsoleParts['plugin'];
  /** Its browser code where that is not part of `assets`. */
  readonly bundle?: PluginBundle;
  readonly log: LoggerFactory;
  /** Resolves once the console's own user is there; it is unless this is given. */
  readonly ownUserReady?: Promise<void>;
}

export interface RunningConsole {
  /** With the real port, also after port 0. */
  readonly url: string;
  /** Ends after the open requests have, or `server.shutdownTimeout`. */
  stop(): Promise<void>;
}

/**
 * Starts the plugin without Kibana. Elasticsearch may be away.
 * @throws SettingsError where a setting cannot be used, e.g. a port that is taken
 */
export async function startConsole({
  settings,
  assets,
  plugin = pluginOfSources,
  bundle,
  log,
  ownUserReady = Promise.resolve(),
}: ConsoleOptions): Promise<RunningConsole> {
  const {
    server,
    elasticsearch,
    background,
    plugin: instance,
  } = createConsole({ settings, assets, log, plugin, ownUserReady, ...(bundle && { bundle }) });
  await listen(server, settings);
  void ownUserReady.then(() => background.begin()).then(() => instance.start());
  return {
    url: addressOf(server, settings),
    async stop() {
      const timeout = settings['server.shutdownTimeout'];
      await Promise.all([server.stop({ timeout }), background.stop(timeout)]);
      instance.stop();
      await elasticsearch.close();
    },
  };
}
