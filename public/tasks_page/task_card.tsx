import { EuiPanel, EuiSpacer } from '@elastic/eui';
import React, { useId } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { Task } from '../../common/http_api/tasks.ts';
import { useAppServices } from '../app_services.ts';
import { TaskFacts } from './facts/task_facts.tsx';
import { KeyTroubleNote } from './key_trouble_note.tsx';
import { MoreAbout } from './more_about.tsx';
import { RunsTable } from './runs_table.tsx';
import { paramsOf } from './settings/params.ts';
import { TaskSettings } from './settings/task_settings.tsx';
import { useTypedParams } from './settings/use_typed_params.ts';
import { TaskFailureNote } from './task_failure_note.tsx';
import { TaskHeader } from './task_header.tsx';
import { keyTrouble } from './task_states.ts';
import { type TaskChange, useTaskActions } from './use_task_actions.ts';

interface Props {
  readonly task: Task;
  readonly capabilities: Capabilities;
  /** Whether anything can be done with it. */
  readonly isAvailable: boolean;
  /** Whether it is the one that the page was opened for. */
  readonly isWanted: boolean;
  /** ms since epoch */
  readonly now: number;
}

/** One background task: what it does, how it goes, and all that can be done with it. */
export function TaskCard({ task, capabilities, isAvailable, isWanted, now }: Props) {
  const { formatMessage } = useIntl();
  const { toasts } = useAppServices();
  const titleId = useId();
  const switchId = useId();
  const actions = useTaskActions(task);
  const { failure, changing } = actions;
  const { typed, params, type, problemsOf } = useTypedParams(task);
  const problems = problemsOf(failure);
  const trouble = keyTrouble(task, now);
  const change = (to: TaskChange, onDone?: () => void) => actions.change(to, onDone);
  const turn = (on: boolean) =>
    on ? change({ to: 'turnOn', params }, () => type({})) : change({ to: 'turnOff' });
  const save = () =>
    params !== undefined &&
    change({ to: 'save', params }, () => {
      type({});
      toasts.addSuccess({
        title: formatMessage({
          id: 'projectApiKeys.taskParams.saved',
          defaultMessage: 'Settings saved',
        }),
      });
    });
  // The button that was pressed goes with the trouble.
  const grantAgain = () =>
    change({ to: 'grantAgain' }, () => document.getElementById(switchId)?.focus());
  return (
    <EuiPanel
      hasBorder
      role="region"
      aria-labelledby={titleId}
      data-test-subj={`taskRow-${task.id}`}
    >
      <TaskHeader
        task={task}
        titleId={titleId}
        switchId={switchId}
        actions={isAvailable ? actions : undefined}
        isWanted={isWanted}
        onTurn={turn}
      />
      <EuiSpacer size="m" />
      {failure !== undefined && problems === undefined && (
        <TaskFailureNote task={task} failure={failure} />
      )}
      {trouble !== undefined && isAvailable && (
        <KeyTroubleNote
          task={task}
          trouble={trouble}
          isGranting={changing?.to === 'grantAgain'}
          onGrantAgain={grantAgain}
        />
      )}
      <TaskFacts task={task} capabilities={capabilities} now={now} />
      {paramsOf(task).length > 0 && isAvailable && (
        <MoreAbout
          task={task}
          title={
            <FormattedMessage id="projectApiKeys.taskParams.title" defaultMessage="Settings" />
          }
          mustBeSeen={problems !== undefined}
        >
          <TaskSettings
            task={task}
            typed={typed}
            problems={problems ?? {}}
            isSaving={changing?.to === 'save'}
            rejections={problems === undefined ? 0 : actions.failures}
            onType={type}
            onSave={save}
          />
        </MoreAbout>
      )}
      {task.runs.length > 0 && (
        <MoreAbout
          task={task}
          title={
            <FormattedMessage
              id="projectApiKeys.taskRuns.title"
              defaultMessage="The last {count, plural, one {run} other {# runs}}"
              values={{ count: task.runs.length }}
            />
          }
        >
          <RunsTable runs={task.runs} now={now} />
        </MoreAbout>
      )}
    </EuiPanel>
  );
}
