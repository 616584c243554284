import { EuiEmptyPrompt } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

/** For a user to whom Elasticsearch shows no key at all. */
export function NoPermission() {
  return (
    <EuiEmptyPrompt
      data-test-subj="apiKeysNoPermission"
      iconType="lock"
      title={
        <h2>
          <FormattedMessage
            id="projectApiKeys.noPermission.title"
            defaultMessage="You need permission to see API keys"
          />
        </h2>
      }
      body={
        <FormattedMessage
          id="projectApiKeys.noPermission.body"
          defaultMessage="Ask an administrator for a role with the cluster privilege {own} for API keys of your own, {read} to see those of all users, or {all} to manage those of all users."
          values={{
            own: <code>manage_own_api_key</code>,
            read: <code>read_security</code>,
            all: <code>manage_api_key</code>,
          }}
        />
      }
    />
  );
}

/** For a cluster without the API key service. */
export function KeysDisabled() {
  return (
    <EuiEmptyPrompt
      data-test-subj="apiKeysDisabled"
      iconType="key"
      title={
        <h2>
          <FormattedMessage
            id="projectApiKeys.disabled.title"
            defaultMessage="API keys are disabled in Elasticsearch"
          />
        </h2>
      }
      body={
        <FormattedMessage
          id="projectApiKeys.disabled.body"
          defaultMessage="An administrator can enable them with {setting} in elasticsearch.yml on every node."
          values={{ setting: <code>xpack.security.authc.api_key.enabled: true</code> }}
        />
      }
    />
  );
}
