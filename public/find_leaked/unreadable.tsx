import { EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

/** Says what can be read as a key. What was pasted is not repeated: it may be some other secret. */
export function Unreadable() {
  return (
    <EuiText size="s" color="danger" role="alert" data-test-subj="apiKeysFindLeakedResult">
      <p>
        <FormattedMessage
          id="projectApiKeys.findLeaked.unreadable"
          defaultMessage="This cannot be read as an API key. Understood are an encoded key, alone or in a line such as {header} or a curl command, the form {pair} of Beats and Logstash, and Elasticsearch’s JSON."
          values={{
            header: <code>Authorization: ApiKey …</code>,
            pair: <code>id:api_key</code>,
          }}
        />
      </p>
    </EuiText>
  );
}
