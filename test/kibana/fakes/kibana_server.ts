import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import type {
  CoreSetup,
  CoreStart,
  Plugin,
  PluginInitializerContext,
  PluginsSetup,
  PluginsStart,
} from '../../../server/index.ts';
import { recordingIn } from '../../helpers/call_route.ts';
import { fakeKibanaBackground } from '../../helpers/fake_kibana_background.ts';
import { settingsFor } from './config_schema.ts';
import { fakeElasticsearch } from './elasticsearch.ts';
import { fakeRouter } from './router.ts';
import { checkTask, checkType, fakeFeatures } from './server_plugins.ts';
import { strict } from './strict.ts';

/** What `server/index` of a plugin exports. */
export interface ServerExports {
  plugin(context: PluginInitializerContext): Plugin;
  readonly config?: { readonly schema: unknown } | undefined;
}

export interface ServerOptions {
  readonly version: '9.1' | '9.5';
  /** Of the plugins that this one may do without. */
  readonly without?: readonly (keyof PluginsSetup)[];
  /** Whether `xpack.encryptedSavedObjects.encryptionKey` is set; it is unless told otherwise. */
  readonly canEncrypt?: boolean;
  /** What `kibana.yml` has below `xpack.projectApiKeys`. */
  readonly settings?: object;
}

const { plugin: MANIFEST } = parse(
  readFileSync(path.resolve(__dirname, '../../../kibana.jsonc'), 'utf8'),
);
const CONFIG_PATH = MANIFEST.configPath.join('.');
/** What only the console has, beside what the manifest asks for. */
const MAYBE = [...MANIFEST.optionalPlugins, 'backgroundTasksUnavailable'];

/** Sets the plugin up as this version of Kibana does, in memory, with one API key in Elasticsearch. */
export function setUpInKibana(
  exports: ServerExports,
  { version, without = [], canEncrypt = true, settings }: ServerOptions,
) {
  const background = fakeKibanaBackground();
  const features = fakeFeatures();
  const log: string[] = [];
  const started = Promise.withResolvers<readonly [CoreStart, PluginsStart, unknown]>();
  const elasticsearch = fakeElasticsearch();
  const { router, routes, call } = fakeRouter(() => ({
    core: Promise.resolve(
      strict('request handler context', {
        elasticsearch: { client: { asCurrentUser: elasticsearch } },
        security: { audit: { logger: recordingIn(background.audit) } },
      }),
    ),
  }));

  const logger = {
    debug() {},
    info() {},
    warn: (text: string) => log.push(text),
    error: (text: string) => log.push(text),
  };
  const instance = exports.plugin(
    strict('initializer context', {
      logger: { get: () => strict('logger', logger) },
      config: { get: () => settingsFor(exports.config, CONFIG_PATH, settings) },
    }),
  );

  const core: CoreSetup = strict('core setup', {
    elasticsearch: strict('core elasticsearch', { publicBaseUrl: 'https://es.example.org' }),
    http: strict('core http', { createRouter: () => router }),
    savedObjects: strict('core savedObjects', {
      registerType(type) {
        checkType(type);
        background.savedObjects.setup.registerType(type);
      },
    }),
    getStartServices: () => started.promise,
  } satisfies CoreSetup);
  const present = <T extends object>(all: T): T =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => !without.some((absent) => absent === name)),
    ) as T;
  const plugins: PluginsSetup = {
    features: features.setup,
    taskManager: strict('taskManager', {
      registerTaskDefinitions(definitions) {
        for (const [id, definition] of Object.entries(definitions)) checkTask(id, definition);
        background.taskManager.setup.registerTaskDefinitions(definitions);
      },
    }),
    encryptedSavedObjects: { ...background.savedObjects.encryptedSetup, canEncrypt },
  };
  const contract = instance.setup(core, strict('plugins', present(plugins), MAYBE));

  return {
    contract,
    routes,
    call,
    log,
    features: features.registered,
    types: background.savedObjects.types,
    definitions: background.taskManager.definitions,
    tasks: background.taskManager.tasks,
    /** Starts the plugin too; its handlers wait for that. */
    start() {
      const startServices = [
        coreStart(version, background.coreStart),
        strict('started plugins', present(background.pluginsStart), MAYBE),
      ] as const;
      const startContract = instance.start(...startServices);
      started.resolve([...startServices, startContract]);
      return startContract;
    },
    stop: () => instance.stop(),
  };
}

function coreStart(version: ServerOptions['version'], start: CoreStart): CoreStart {
  const { elasticsearch, savedObjects, security } = start;
  return strict('core start', {
    elasticsearch: strict('core elasticsearch', {
      client: strict('cluster client', elasticsearch.client),
    }),
    savedObjects: strict(
      'core savedObjects',
      (version === '9.1' ? {} : savedObjects) as NonNullable<CoreStart['savedObjects']>,
      ['getUnsafeInternalClient'],
    ),
    security: strict('core security', security ?? {}),
  } as Required<CoreStart>);
}
