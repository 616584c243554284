import { EuiDescriptionList } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Capabilities } from '../../../common/http_api/capabilities.ts';
import type { Task } from '../../../common/http_api/tasks.ts';
import { LastRun } from './last_run.tsx';
import { NextRun } from './next_run.tsx';
import { RequiredPrivileges } from './required_privileges.tsx';
import { RunsAs } from './runs_as.tsx';

interface Props {
  readonly task: Task;
  readonly capabilities: Capabilities;
  /** ms since epoch */
  readonly now: number;
}

/** Who a task is, what it may do, how it went and when it goes on. */
export function TaskFacts({ task, capabilities, now }: Props) {
  return (
    <EuiDescriptionList
      type="responsiveColumn"
      columnWidths={[1, 5]}
      listItems={[
        {
          title: <FormattedMessage id="projectApiKeys.tasks.lastRun" defaultMessage="Last run" />,
          description: <LastRun task={task} now={now} />,
        },
        {
          title: <FormattedMessage id="projectApiKeys.tasks.nextRun" defaultMessage="Next run" />,
          description: <NextRun task={task} now={now} />,
        },
        {
          title: <FormattedMessage id="projectApiKeys.tasks.runsAs" defaultMessage="Runs as" />,
          description: <RunsAs task={task} now={now} />,
        },
        {
          title: (
            <FormattedMessage id="projectApiKeys.tasks.privileges" defaultMessage="Privileges" />
          ),
          description: <RequiredPrivileges task={task} capabilities={capabilities} />,
        },
      ]}
    />
  );
}
