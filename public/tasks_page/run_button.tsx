import { EuiButton, EuiLoadingSpinner, EuiScreenReaderOnly } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { Task } from '../../common/http_api/tasks.ts';

interface Props {
  readonly task: Pick<Task, 'id' | 'title' | 'enabled'>;
  readonly isRunning: boolean;
  onRun(): void;
}

/** Runs a task at once. While it runs the button stays, with the focus, and does nothing. */
export function RunButton({ task: { id, title, enabled }, isRunning, onRun }: Props) {
  return (
    <EuiButton
      size="s"
      data-test-subj={`taskRun-${id}`}
      isDisabled={!enabled}
      aria-disabled={isRunning || !enabled}
      onClick={() => !isRunning && onRun()}
    >
      {isRunning ? (
        <>
          <EuiLoadingSpinner size="s" />{' '}
          <FormattedMessage id="projectApiKeys.tasks.running" defaultMessage="Running…" />
        </>
      ) : (
        <FormattedMessage id="projectApiKeys.tasks.run" defaultMessage="Run now" />
      )}
      <EuiScreenReaderOnly>
        <span>: {title}</span>
      </EuiScreenReaderOnly>
    </EuiButton>
  );
}
