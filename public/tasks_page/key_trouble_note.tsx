import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';
import type { keyTrouble } from './task_states.ts';

interface Props {
  readonly task: Pick<Task, 'id'>;
  readonly trouble: NonNullable<ReturnType<typeof keyTrouble>>;
  readonly isGranting: boolean;
  onGrantAgain(): void;
}

/** Says that a task cannot run as its key is gone, and offers to grant it another. */
export function KeyTroubleNote({ task, trouble, isGranting, onGrantAgain }: Props) {
  return (
    <>
      <EuiCallOut
        size="s"
        color="danger"
        iconType="error"
        data-test-subj={`taskKeyTrouble-${task.id}`}
        title={
          <FormattedMessage
            id="projectApiKeys.tasks.keyTrouble"
            defaultMessage="Its key {trouble, select, deleted {was deleted} other {has expired}}: every run fails until a new one is granted."
            values={{ trouble }}
          />
        }
      >
        <EuiButton
          size="s"
          color="danger"
          data-test-subj={`taskGrantAgain-${task.id}`}
          aria-disabled={isGranting}
          onClick={onGrantAgain}
        >
          {isGranting ? (
            <FormattedMessage id="projectApiKeys.tasks.granting" defaultMessage="Granting…" />
          ) : (
            <FormattedMessage id="projectApiKeys.tasks.grantAgain" defaultMessage="Grant again" />
          )}
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
