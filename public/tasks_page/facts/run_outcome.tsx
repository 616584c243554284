import { EuiHealth } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { TaskRun } from '../../../common/http_api/tasks.ts';

/** "Succeeded" or "Failed". */
export function RunOutcome({ outcome }: Pick<TaskRun, 'outcome'>) {
  return outcome === 'succeeded' ? (
    <EuiHealth color="success" {...IN_TEXT}>
      <FormattedMessage id="projectApiKeys.tasks.succeeded" defaultMessage="Succeeded" />
    </EuiHealth>
  ) : (
    <EuiHealth color="danger" {...IN_TEXT}>
      <FormattedMessage id="projectApiKeys.tasks.failed" defaultMessage="Failed" />
    </EuiHealth>
  );
}

const IN_TEXT = { textSize: 'inherit', style: { verticalAlign: 'middle' } } as const;
