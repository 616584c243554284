import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { StoppingTasks } from '../task_of_key/stopping_tasks.tsx';
import { KeyNames } from './key_names.tsx';

interface Props {
  readonly count: number;
  /** `undefined` where it is not known which. */
  readonly keys: readonly ApiKey[] | undefined;
}

/** Warns of the background tasks that stop without their keys. */
export function ManagedWarning({ count, keys }: Props) {
  return (
    <>
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        title={
          <FormattedMessage
            id="projectApiKeys.delete.managed"
            defaultMessage="{count, plural, one {# managed API key: the background task that uses it stops} other {# managed API keys: the background tasks that use them stop}} working."
            values={{ count }}
          />
        }
      >
        <EuiText size="s">
          {keys !== undefined && <KeyNames keys={keys} />}
          <StoppingTasks keys={keys} />
        </EuiText>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
