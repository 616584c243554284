import { useQuery } from '@tanstack/react-query';
import { listTasksRoute, type Task } from '../../common/http_api/tasks.ts';
import { useAppServices } from '../app_services.ts';
import type { ApiClient } from './client.ts';

/** What is known of tasks beside a key is at most this old. */
const FRESH_MS = 60_000;

/** How the tasks are asked for and cached: mostly again and again, while a person only looks on. */
export const tasksQuery = (api: ApiClient) => ({
  queryKey: ['tasks'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    api.call(listTasksRoute, { signal, asSystemRequest: true }),
});

/**
 * The tasks beside something else: none while they load, and where they cannot be read. Asks nothing
 * unless they are `wanted`, and once for all that want them.
 */
export function useKnownTasks(wanted: boolean): readonly Task[] {
  const { api } = useAppServices();
  const { data } = useQuery({ ...tasksQuery(api), enabled: wanted, staleTime: FRESH_MS });
  return data?.tasks ?? [];
}
