import { EuiCallOut, EuiEmptyPrompt, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { ForeignText } from '../key_summary/foreign_text.tsx';

/** For someone to whom the server does not show the tasks. */
export function TasksNoPermission({ reason }: { readonly reason: string }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="tasksNoPermission"
      iconType="lock"
      title={
        <h2>
          <FormattedMessage
            id="projectApiKeys.tasks.noPermission"
            defaultMessage="You need permission to see background tasks"
          />
        </h2>
      }
      body={<ForeignText>{reason}</ForeignText>}
    />
  );
}

/** Says why no task runs at all. */
export function TasksUnavailable({ reason }: { readonly reason: string }) {
  return (
    <>
      <EuiCallOut
        color="warning"
        iconType="warning"
        data-test-subj="tasksUnavailable"
        title={
          <FormattedMessage
            id="projectApiKeys.tasks.unavailable"
            defaultMessage="Background tasks are off"
          />
        }
      >
        <p>
          <ForeignText>{reason}</ForeignText>
        </p>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
