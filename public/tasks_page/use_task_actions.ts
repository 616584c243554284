import { notifyManager, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import {
  changeTaskRoute,
  runTaskRoute,
  type Task,
  type Tasks,
} from '../../common/http_api/tasks.ts';
import { tasksQuery } from '../api/task_queries.ts';
import { useAppServices } from '../app_services.ts';

type Params = Readonly<Record<string, unknown>>;

/** A change of a task that a person asks for. */
export type TaskChange =
  | { readonly to: 'turnOn'; readonly params?: Params | undefined }
  | { readonly to: 'turnOff' | 'grantAgain' }
  | { readonly to: 'save'; readonly params: Params };

/** What could not be done. */
export interface TaskFailure {
  readonly action: TaskChange | Run;
  readonly error: Error;
}

export interface TaskActions {
  /** The change that is on its way. */
  readonly changing: TaskChange | undefined;
  readonly isRunning: boolean;
  readonly failure: TaskFailure | undefined;
  /** How many there have been. */
  readonly failures: number;
  /** One at a time: what is asked for while one is on its way is not done. */
  change(change: TaskChange, onDone?: () => void): void;
  run(): void;
}

interface Run {
  readonly to: 'run';
}
interface Pending {
  readonly change?: TaskChange | undefined;
  readonly run?: Run | undefined;
}

/** Changes and runs one task; the answer is shown at once, and after a failure all are read anew. */
export function useTaskActions({ id, enabled }: Pick<Task, 'id' | 'enabled'>): TaskActions {
  const { api } = useAppServices();
  const keep = useKeepTask();
  const [pending, setPending] = useState<Pending>({});
  const [failure, setFailure] = useState<TaskFailure>();
  const [failures, setFailures] = useState(0);
  const busy = useRef<Pending>({});

  const become = (changed: Pending) => {
    busy.current = { ...busy.current, ...changed };
    setPending(busy.current);
  };
  async function perform(
    lane: keyof Pending,
    action: TaskChange | Run,
    send: () => Promise<{ readonly task: Task }>,
    onDone?: () => void,
  ) {
    if (busy.current[lane] !== undefined) return;
    become({ [lane]: action });
    setFailure(undefined);
    try {
      await keep((await send()).task);
      onDone?.();
    } catch (error) {
      setFailure({ action, error: error instanceof Error ? error : new Error(String(error)) });
      setFailures((count) => count + 1);
      void keep(undefined);
    }
    // In turn with what the cache tells, so that the old state is not shown in between.
    notifyManager.schedule(() => become({ [lane]: undefined }));
  }
  return {
    changing: pending.change,
    isRunning: pending.run !== undefined,
    failure,
    failures,
    change: (change, onDone) =>
      void perform(
        'change',
        change,
        () => api.call(changeTaskRoute, { params: { id }, body: bodyOf(change, enabled) }),
        onDone,
      ),
    run: () => void perform('run', { to: 'run' }, () => api.call(runTaskRoute, { params: { id } })),
  };
}

function bodyOf(change: TaskChange, enabled: boolean) {
  const params = 'params' in change ? change.params : undefined;
  return {
    enabled: change.to === 'save' ? enabled : change.to !== 'turnOff',
    ...(params !== undefined && { params }),
  };
}

/** Puts a task as the server gave it in the place of what was known; without one reads all anew. */
function useKeepTask() {
  const { api } = useAppServices();
  const queryClient = useQueryClient();
  const { queryKey } = tasksQuery(api);
  return async (task: Task | undefined) => {
    // An older answer must not come after this one.
    await queryClient.cancelQueries({ queryKey });
    if (task === undefined) await queryClient.invalidateQueries({ queryKey });
    else
      queryClient.setQueryData<Tasks>(
        queryKey,
        (known) =>
          known && {
            ...known,
            tasks: known.tasks.map((each) => (each.id === task.id ? task : each)),
          },
      );
  };
}
