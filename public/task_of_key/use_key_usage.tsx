import { EuiLink } from '@elastic/eui';
import React, { type ReactElement } from 'react';
import { FormattedMessage } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { tasksSearch } from '../page_tabs/page_tab.ts';
import { LastRun } from '../tasks_page/facts/last_run.tsx';
import { NextRun } from '../tasks_page/facts/next_run.tsx';
import { useAppLink } from '../use_app_link.ts';
import { grantedFor, type UsedKey, useTaskOf } from './use_task_of.ts';

interface Item {
  readonly title: ReactElement;
  readonly description: ReactElement;
}

/**
 * Items of an `EuiDescriptionList`: which background task uses a managed key, when it last did and
 * when it will again. None for any other key. `now` in ms since epoch.
 */
export function useKeyUsage(apiKey: UsedKey, now: number): Item[] {
  const task = useTaskOf(apiKey);
  const linkTo = useAppLink();
  if (apiKey.kind !== 'managed') return [];
  const usedBy = (description: ReactElement): Item => ({
    title: <FormattedMessage id="projectApiKeys.taskOfKey.usedBy" defaultMessage="Used by" />,
    description,
  });
  if (task === undefined) return [usedBy(<OtherTask name={grantedFor(apiKey)} />)];
  return [
    usedBy(
      <EuiLink data-test-subj="apiKeyUsedBy" {...linkTo(tasksSearch(task.id))}>
        <ForeignText>{task.title}</ForeignText>
      </EuiLink>,
    ),
    {
      title: <FormattedMessage id="projectApiKeys.tasks.lastRun" defaultMessage="Last run" />,
      description: <LastRun task={task} now={now} />,
    },
    {
      title: <FormattedMessage id="projectApiKeys.tasks.nextRun" defaultMessage="Next run" />,
      description: <NextRun task={task} now={now} />,
    },
  ];
}

function OtherTask({ name }: { readonly name: string | undefined }) {
  return name === undefined ? (
    <FormattedMessage
      id="projectApiKeys.taskOfKey.unknown"
      defaultMessage="A background task that is not listed here"
    />
  ) : (
    <FormattedMessage
      id="projectApiKeys.taskOfKey.other"
      defaultMessage="The background task {name}"
      values={{ name: <ForeignText>{name}</ForeignText> }}
    />
  );
}
