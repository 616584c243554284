import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';
import { ApiError } from '../api/api_error.ts';

interface Props {
  readonly error: Error;
  onRetry(): void;
}

/** Why a key cannot be shown. */
export function LoadFailure({ error, onRetry }: Props) {
  if (error instanceof ApiError && error.statusCode === 404)
    return (
      <EuiEmptyPrompt
        iconType="search"
        data-test-subj="apiKeyNotFound"
        title={
          <h3>
            <FormattedMessage
              id="projectApiKeys.updateKey.notFound"
              defaultMessage="There is no such key"
            />
          </h3>
        }
        body={
          <FormattedMessage
            id="projectApiKeys.updateKey.notFoundBody"
            defaultMessage="It was deleted, or it is not yours to see."
          />
        }
      />
    );
  return (
    <EuiEmptyPrompt
      color="danger"
      iconType="error"
      data-test-subj="apiKeyLoadError"
      title={
        <h3>
          <FormattedMessage
            id="projectApiKeys.updateKey.loadFailed"
            defaultMessage="The key could not be read"
          />
        </h3>
      }
      body={error.message}
      actions={
        <EuiButton color="danger" onClick={onRetry}>
          <FormattedMessage id="projectApiKeys.updateKey.retry" defaultMessage="Try again" />
        </EuiButton>
      }
    />
  );
}
