import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';
import { mayHaveWorked } from '../api/api_error.ts';
import { ForeignText } from '../key_summary/foreign_text.tsx';
import type { TaskFailure } from './use_task_actions.ts';

interface Props {
  readonly task: Pick<Task, 'id'>;
  readonly failure: TaskFailure;
}

/** What could not be done with a task, and why. */
export function TaskFailureNote({ task, failure: { action, error } }: Props) {
  return (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="error"
        role="alert"
        data-test-subj={`taskFailure-${task.id}`}
        title={
          <FormattedMessage
            id="projectApiKeys.tasks.failure"
            defaultMessage="{action, select, turnOn {The task could not be turned on} turnOff {The task could not be turned off} grantAgain {The key could not be granted} save {The settings could not be saved} other {The task could not be run}}"
            values={{ action: action.to }}
          />
        }
      >
        <p>
          <ForeignText>{error.message}</ForeignText>
        </p>
        {mayHaveWorked(error) && (
          <p>
            <FormattedMessage
              id="projectApiKeys.tasks.unanswered"
              defaultMessage="It may have happened all the same: look at what the task shows now before you try again."
            />
          </p>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
