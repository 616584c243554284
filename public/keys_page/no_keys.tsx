import { EuiEmptyPrompt } from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** Where there are no keys at all. `action` is false for a user who may not create any. */
export function NoKeys({ action }: { readonly action: ReactNode }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="apiKeysEmptyPrompt"
      iconType="key"
      title={
        <h2>
          {action ? (
            <FormattedMessage
              id="projectApiKeys.noKeys.title"
              defaultMessage="Create your first API key"
            />
          ) : (
            <FormattedMessage
              id="projectApiKeys.noKeys.titleReadOnly"
              defaultMessage="There are no API keys yet"
            />
          )}
        </h2>
      }
      body={
        <FormattedMessage
          id="projectApiKeys.noKeys.body"
          defaultMessage="With an API key, a program can use Elasticsearch without a user’s password, with only the privileges that it needs."
        />
      }
      actions={action}
    />
  );
}
