import type {
  CoreSetup,
  KibanaRequest,
  ManagedKeyHandle,
  Plugin,
  PluginsSetup,
  PluginsStart,
  ProjectApiKeysContract,
  TaskManagerStart,
} from '../../server/index.ts';

/** The type of the task and, as there is one of it, its id. */
const TASK = 'countBooks:count';

interface Setup extends PluginsSetup {
  readonly projectApiKeys: ProjectApiKeysContract;
}
interface Start extends PluginsStart {
  readonly taskManager: TaskManagerStart;
  readonly projectApiKeys: ProjectApiKeysContract;
}

/** Counts the books every day, with a key that may do nothing else. */
export class CountBooksPlugin implements Plugin {
  setup(_core: CoreSetup, { taskManager, projectApiKeys: { managedKeys } }: Setup): void {
    taskManager?.registerTaskDefinitions({
      [TASK]: {
        title: 'Count the books',
        createTaskRunner: ({ taskInstance }) => ({
          async run() {
            const handle = taskInstance.params.handle as ManagedKeyHandle;
            // A key that is gone rejects with a ManagedKeyError: the run fails, for all to see.
            const { count } = await managedKeys.withClient(handle, (elasticsearch) =>
              elasticsearch.count({ index: 'books' }),
            );
            return { state: { count } };
          },
        }),
      },
    });
  }

  /** For the routes of this plugin. */
  start(_core: unknown, { taskManager, projectApiKeys: { managedKeys } }: Start) {
    return {
      async turnOn(request: KibanaRequest): Promise<void> {
        const handle = await managedKeys.grant(request, {
          task: TASK,
          name: 'Count the books',
          roleDescriptors: { count: { indices: [{ names: ['books'], privileges: ['read'] }] } },
        });
        const [params, state, schedule] = [{ handle }, {}, { interval: '1d' }];
        try {
          await taskManager.ensureScheduled({ id: TASK, taskType: TASK, params, state, schedule });
        } catch (error) {
          await managedKeys.release(handle);
          throw error;
        }
      },

      async turnOff(): Promise<void> {
        const { params } = await taskManager.get(TASK);
        await taskManager.removeIfExists(TASK);
        await managedKeys.release(params.handle as ManagedKeyHandle);
      },
    };
  }

  stop(): void {}
}
