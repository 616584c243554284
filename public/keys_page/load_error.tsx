import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  /** What failed: the keys, unless told otherwise. */
  readonly title?: ReactNode;
  readonly error: Error;
  readonly isRetrying: boolean;
  onRetry(): void;
}

const NO_KEYS = (
  <FormattedMessage
    id="projectApiKeys.loadError.title"
    defaultMessage="The API keys could not be loaded"
  />
);

/** Says what kept something from being read, and offers to try again. */
export function LoadError({ title = NO_KEYS, error, isRetrying, onRetry }: Props) {
  return (
    <>
      <EuiCallOut
        data-test-subj="apiKeysError"
        role="alert"
        color="danger"
        iconType="error"
        title={title}
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
