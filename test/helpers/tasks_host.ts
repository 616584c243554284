import { readConfig } from '../../server/config.ts';
import { setUpBackground } from '../../server/host/background_services.ts';
import type { ElasticsearchClient, PluginsSetup } from '../../server/kibana.ts';
import { createManagedKeys } from '../../server/managed_keys/managed_keys.ts';
import {
  defineChangeTaskRoute,
  defineListTasksRoute,
  defineRunTaskRoute,
} from '../../server/routes/tasks.ts';
import { allTasks } from '../../server/tasks/all_tasks.ts';
import { createBackgroundTasks } from '../../server/tasks/background_tasks.ts';
import { callRoute, clientWith } from './call_route.ts';
import { fakeKibanaBackground } from './fake_kibana_background.ts';
import type { StoredKey } from './key_store.ts';

/** When a test begins, in ms since epoch. */
export const START = Date.UTC(2026, 0, 31);

/** Elasticsearch as a user who holds these privileges. */
export const userWith = (...held: readonly string[]): ElasticsearchClient => {
  const answers = (privileges: readonly string[] = []) =>
    Object.fromEntries(privileges.map((name) => [name, held.includes(name)]));
  return clientWith({
    authenticate: async () => ({ username: 'ann', lookup_realm: { name: 'native' } }),
    hasPrivileges: async ({
      cluster,
      index = [],
    }: {
      cluster?: string[];
      index?: { names: string[]; privileges: string[] }[];
    }) => ({
      cluster: answers(cluster),
      index: Object.fromEntries(
        index.flatMap(({ names, privileges }) => names.map((name) => [name, answers(privileges)])),
      ),
      application: {},
    }),
  });
};
const ADMIN = userWith('manage_api_key', 'read_security', 'create_index', 'create_doc');

interface HostOptions {
  readonly keys?: readonly StoredKey[];
  readonly plugins?: Partial<PluginsSetup>;
}

/** The routes of background tasks on a host in memory, whose clock only pauses move. */
export function tasksHost({ keys = [], plugins = {} }: HostOptions = {}) {
  const clock = { now: START };
  const now = () => clock.now;
  const kibana = fakeKibanaBackground({ keys, now });
  const services = setUpBackground(kibana.core, { ...kibana.plugins, ...plugins });
  const pause = async (ms: number) => {
    clock.now += ms;
    await new Promise(setImmediate);
  };
  const tasks = createBackgroundTasks({
    tasks: allTasks(readConfig({}), pause),
    services,
    managedKeys: createManagedKeys(services, now),
    now,
    pause,
  });
  kibana.taskManager.setup.registerTaskDefinitions(tasks.definitions);
  const headers = { authorization: 'Basic YW5uOmFubg==' };
  const call = (define: typeof defineListTasksRoute, input: object, user = ADMIN) =>
    callRoute((router) => define(router, tasks), user, { headers, ...input });
  return {
    clock,
    kibana,
    tasks,
    list: (user?: ElasticsearchClient) => call(defineListTasksRoute, {}, user),
    change: (id: string, body: object, user?: ElasticsearchClient, input: object = {}) =>
      call(defineChangeTaskRoute, { params: { id }, body, ...input }, user),
    run: (id: string, user?: ElasticsearchClient, input: object = {}) =>
      call(defineRunTaskRoute, { params: { id }, ...input }, user),
  };
}
