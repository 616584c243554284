import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
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

/** Where there are keys, but none that match the search. */
export function NoMatch({ onReset }: { onReset(): void }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="apiKeysNoMatch"
      iconType="search"
      titleSize="s"
      title={
        <h2>
          <FormattedMessage
            id="projectApiKeys.noMatch.title"
            defaultMessage="No API keys match your search"
          />
        </h2>
      }
      body={
        <FormattedMessage
          id="projectApiKeys.noMatch.body"
          defaultMessage="The search looks for a part of a name or an owner, or for a whole id."
        />
      }
      actions={
        <EuiButton onClick={onReset}>
          <FormattedMessage id="projectApiKeys.noMatch.reset" defaultMessage="Reset search" />
        </EuiButton>
      }
    />
  );
}
