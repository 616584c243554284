import { setTimeout } from 'node:timers/promises';
import { errorText } from '../common/error_text.ts';
import { type Config, readConfig } from './config.ts';
import { APP_FEATURE } from './host/app_feature.ts';
import { BackgroundUnavailable, setUpBackground } from './host/background_services.ts';
import type {
  CoreSetup,
  Logger,
  Plugin,
  PluginInitializerContext,
  PluginsSetup,
} from './kibana.ts';
import type { ManagedKeys } from './managed_keys/managed_key.ts';
import { createManagedKeys } from './managed_keys/managed_keys.ts';
import { defineRoutes } from './routes/index.ts';
import { allTasks } from './tasks/all_tasks.ts';
import { type BackgroundTasks, createBackgroundTasks } from './tasks/background_tasks.ts';

/** What other plugins may use, once all have been set up. */
export interface ProjectApiKeysContract {
  readonly managedKeys: ManagedKeys;
}

const now = Date.now;
const pause = (ms: number): Promise<void> => setTimeout(ms, undefined, { ref: false });
/** How long, in ms, before a host that cannot schedule yet is asked again. */
const SCHEDULE_PAUSE = 10_000;

/** The server side of the plugin: its HTTP API, its background tasks, and keys for those of others. */
export class ProjectApiKeysPlugin
  implements Plugin<ProjectApiKeysContract, ProjectApiKeysContract | undefined>
{
  readonly #config: Config;
  readonly #log: Logger;
  readonly #stopped = new AbortController();
  #tasks: BackgroundTasks | undefined;
  #contract: ProjectApiKeysContract | undefined;

  /** @throws Error that names a setting that is wrong */
  constructor({ config, logger }: PluginInitializerContext) {
    this.#config = readConfig(config.get());
    this.#log = logger.get('tasks');
  }

  setup(core: CoreSetup, plugins: PluginsSetup): ProjectApiKeysContract {
    plugins.features?.registerElasticsearchFeature(APP_FEATURE);
    const services = setUpBackground(core, plugins);
    const managedKeys = createManagedKeys(services, now);
    const tasks = createBackgroundTasks({
      tasks: allTasks(this.#config, pause),
      services,
      managedKeys,
      now,
      pause,
    });
    plugins.taskManager?.registerTaskDefinitions(tasks.definitions);
    const { publicBaseUrl } = core.elasticsearch;
    defineRoutes(core.http.createRouter(), {
      now,
      async elasticsearchAs(authorization) {
        const [{ elasticsearch }] = await core.getStartServices();
        return elasticsearch.client.asScoped({ headers: { authorization } }).asCurrentUser;
      },
      tasks,
      ...(publicBaseUrl !== undefined && { elasticsearchUrl: publicBaseUrl }),
    });
    this.#tasks = tasks;
    this.#contract = { managedKeys };
    return this.#contract;
  }

  start(): ProjectApiKeysContract | undefined {
    void this.#scheduleTasks();
    return this.#contract;
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Again and again until the host can: it starts also while Elasticsearch is away. */
  async #scheduleTasks(): Promise<void> {
    const { signal } = this.#stopped;
    let told = '';
    while (!signal.aborted) {
      try {
        return await this.#tasks?.start();
      } catch (error) {
        const reason = errorText(error);
        const text =
          error instanceof BackgroundUnavailable
            ? reason
            : `Background tasks are not scheduled yet: ${reason}`;
        if (text !== told) this.#log.warn(text);
        told = text;
        await setTimeout(SCHEDULE_PAUSE, undefined, { ref: false, signal }).catch(() => undefined);
      }
    }
  }
}
