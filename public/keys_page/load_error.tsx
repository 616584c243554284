import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  readonly error: Error;
  readonly isRetrying: boolean;
  onRetry(): void;
}

/** Says what kept the keys from being read, and offers to try again. */
export function LoadError({ error, isRetrying, onRetry }: Props) {
  return (
    <>
      <EuiCallOut
        data-test-subj="apiKeysError"
        role="alert"
        color="danger"
        iconType="error"
        title={
          <FormattedMessage
            id="projectApiKeys.loadError.title"
            defaultMessage="The API keys could not be loaded"
          />
        }
      >
        <p style={{ overflowWrap: 'anywhere' }}>{error.message}</p>
        <EuiButton
          data-test-subj="apiKeysRetry"
          size="s"
          color="danger"
          isLoading={isRetrying}
          onClick={onRetry}
        >
          <FormattedMessage id="projectApiKeys.loadError.retry" defaultMessage="Try again" />
        </EuiButton>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
