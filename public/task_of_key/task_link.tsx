import { EuiLink } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { tasksSearch } from '../page_tabs/page_tab.ts';
import { useAppLink } from '../use_app_link.ts';
import { type UsedKey, useTaskOf } from './use_task_of.ts';

/** Leads to the background task that runs with this key; nothing where there is none. */
export function TaskLink({ apiKey }: { readonly apiKey: UsedKey }) {
  const { formatMessage } = useIntl();
  const task = useTaskOf(apiKey);
  const linkTo = useAppLink();
  if (task === undefined) return null;
  return (
    <EuiLink
      data-test-subj={`apiKeyTask-${apiKey.id}`}
      title={formatMessage({
        id: 'projectApiKeys.taskOfKey.hint',
        defaultMessage: 'The background task that uses this key',
      })}
      {...linkTo(tasksSearch(task.id))}
    >
      <ForeignText>{task.title}</ForeignText>
    </EuiLink>
  );
}
