import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Task } from '../../../common/http_api/tasks.ts';
import { ForeignText } from '../../key_summary/foreign_text.tsx';
import { RelativeTime } from './relative_time.tsx';
import { runLength } from './run_length.ts';
import { RunOutcome } from './run_outcome.tsx';

interface Props {
  readonly task: Pick<Task, 'last_run'>;
  /** ms since epoch */
  readonly now: number;
}

/** When a task last ran, how long, and what it did or why it failed. */
export function LastRun({ task: { last_run: run }, now }: Props) {
  const intl = useIntl();
  if (run === undefined)
    return <FormattedMessage id="projectApiKeys.tasks.neverRun" defaultMessage="Not yet" />;
  return (
    <>
      <div>
        <RunOutcome outcome={run.outcome} />{' '}
        <FormattedMessage
          id="projectApiKeys.tasks.lastRunWhen"
          defaultMessage="{when}, in {length}"
          values={{
            when: <RelativeTime at={run.ended} now={now} />,
            length: runLength(run.ended - run.started, intl),
          }}
        />
      </div>
      <ForeignText>{run.message}</ForeignText>
    </>
  );
}
