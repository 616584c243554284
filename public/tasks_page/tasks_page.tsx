import { EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { ApiError } from '../api/api_error.ts';
import { useNow } from '../key_summary/use_now.ts';
import { LoadError } from '../keys_page/load_error.tsx';
import { parsePageTab } from '../page_tabs/page_tab.ts';
import { useLocationSearch } from '../use_location_search.ts';
import { LoadingTasks } from './loading_tasks.tsx';
import { NewsAnnouncement } from './news_announcement.tsx';
import { TasksNoPermission, TasksUnavailable } from './no_tasks.tsx';
import { TaskCard } from './task_card.tsx';
import { useLiveTasks } from './use_live_tasks.ts';

/** The background tasks, or the reason why they cannot be shown. */
export function TasksPage({ capabilities }: { readonly capabilities: Capabilities }) {
  const { data, error, isFetching, refetch } = useLiveTasks();
  const tab = parsePageTab(useLocationSearch());
  const tasks = data?.tasks ?? [];
  const now = useNow(tasks.flatMap(({ next_run, key }) => [next_run, key?.expiration]));
  if (error instanceof ApiError && error.statusCode === 403)
    return <TasksNoPermission reason={error.message} />;
  return (
    <>
      {error !== null && (
        <LoadError
          title={
            <FormattedMessage
              id="projectApiKeys.tasks.loadError"
              defaultMessage="The background tasks could not be loaded"
            />
          }
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data === undefined && error === null && <LoadingTasks />}
      {data?.unavailable !== undefined && <TasksUnavailable reason={data.unavailable} />}
      {data !== undefined && <NewsAnnouncement tasks={tasks} />}
      <EuiFlexGroup direction="column" gutterSize="m">
        {tasks.map((task) => (
          <EuiFlexItem key={task.id} grow={false}>
            <TaskCard
              task={task}
              capabilities={capabilities}
              isAvailable={data?.unavailable === undefined}
              isWanted={tab.is === 'tasks' && tab.task === task.id}
              now={now}
            />
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </>
  );
}
