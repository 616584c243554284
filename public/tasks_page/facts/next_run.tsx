import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../../common/http_api/tasks.ts';
import { RelativeTime } from './relative_time.tsx';

interface Props {
  readonly task: Pick<Task, 'enabled' | 'running' | 'next_run'>;
  /** ms since epoch */
  readonly now: number;
}

/** When a task runs next: now, at a time, or not at all. */
export function NextRun({ task: { enabled, running, next_run: at }, now }: Props) {
  if (running)
    return <FormattedMessage id="projectApiKeys.tasks.runsNow" defaultMessage="Running now" />;
  if (!enabled)
    return (
      <FormattedMessage
        id="projectApiKeys.tasks.notWhileOff"
        defaultMessage="Not while it is off"
      />
    );
  if (at === undefined)
    return <FormattedMessage id="projectApiKeys.tasks.notPlanned" defaultMessage="Not planned" />;
  if (at <= now) return <FormattedMessage id="projectApiKeys.tasks.due" defaultMessage="Due now" />;
  return <RelativeTime at={at} now={now} />;
}
