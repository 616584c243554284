import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import type { ApiKey } from '../../common/api_key.ts';
import { KeyNames } from './key_names.tsx';

interface Props {
  readonly count: number;
  /** Those of them that are known by name. */
  readonly keys: readonly ApiKey[];
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
        {keys.length > 0 && (
          <EuiText size="s">
            <KeyNames keys={keys} />
          </EuiText>
        )}
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
