import { useQuery } from '@tanstack/react-query';
import { tasksQuery } from '../api/task_queries.ts';
import { useAppServices } from '../app_services.ts';
import { msToNextLook } from './poll.ts';

/** The tasks, read anew when they are shown and for as long as one of them runs or is due. */
export function useLiveTasks() {
  const { api, now } = useAppServices();
  return useQuery({
    ...tasksQuery(api),
    refetchInterval: ({ state: { data } }) => msToNextLook(data?.tasks ?? [], now()),
  });
}
