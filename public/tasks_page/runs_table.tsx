import { EuiBasicTable } from '@elastic/eui';
import React from 'react';
import { useIntl } from 'react-intl';
import type { TaskRun } from '../../common/http_api/tasks.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import { RelativeTime } from './facts/relative_time.tsx';
import { runLength } from './facts/run_length.ts';
import { RunOutcome } from './facts/run_outcome.tsx';

interface Props {
  readonly runs: readonly TaskRun[];
  /** ms since epoch */
  readonly now: number;
}

/** The last runs of a task, the newest first. */
export function RunsTable({ runs, now }: Props) {
  const intl = useIntl();
  const { formatMessage } = intl;
  return (
    <EuiBasicTable<TaskRun>
      compressed
      tableCaption={formatMessage({
        id: 'projectApiKeys.taskRuns.caption',
        defaultMessage: 'Last runs',
      })}
      items={[...runs]}
      itemId={({ started }) => String(started)}
      columns={[
        {
          field: 'ended',
          name: formatMessage({ id: 'projectApiKeys.taskRuns.when', defaultMessage: 'Ended' }),
          width: '9em',
          render: (at: number) => <RelativeTime at={at} now={now} />,
        },
        {
          name: formatMessage({ id: 'projectApiKeys.taskRuns.length', defaultMessage: 'Took' }),
          width: '8em',
          render: ({ started, ended }: TaskRun) => runLength(ended - started, intl),
        },
        {
          field: 'outcome',
          name: formatMessage({ id: 'projectApiKeys.taskRuns.outcome', defaultMessage: 'Result' }),
          width: '10em',
          render: (outcome: TaskRun['outcome']) => <RunOutcome outcome={outcome} />,
        },
        {
          field: 'message',
          name: formatMessage({ id: 'projectApiKeys.taskRuns.message', defaultMessage: 'What' }),
          mobileOptions: { width: '100%' },
          render: (message: string) => <ForeignText>{message}</ForeignText>,
        },
      ]}
    />
  );
}
