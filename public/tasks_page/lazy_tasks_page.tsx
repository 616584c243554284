import { useQuery } from '@tanstack/react-query';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { LoadError } from '../keys_page/load_error.tsx';
import { LoadingTasks } from './loading_tasks.tsx';

/** The tasks page, whose code is downloaded when it is first shown. */
export function LazyTasksPage(props: { readonly capabilities: Capabilities }) {
  const { formatMessage } = useIntl();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['tasksPage'],
    queryFn: async () => {
      try {
        const { TasksPage } = await import('./tasks_page.tsx');
        return { TasksPage };
      } catch {
        throw new Error(
          formatMessage({
            id: 'projectApiKeys.lazyDialog.failedHint',
            defaultMessage: 'Check your connection and try again, or reload the page.',
          }),
        );
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data !== undefined) return <data.TasksPage {...props} />;
  if (error === null) return <LoadingTasks />;
  return (
    <LoadError
      title={
        <FormattedMessage
          id="projectApiKeys.lazyDialog.failed"
          defaultMessage="This part of the page could not be downloaded"
        />
      }
      error={error}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
    />
  );
}
