import { EuiText } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

/** What a key is not for. Shown wherever a key is shown. */
export function ForProgramsNote() {
  return (
    <EuiText size="s" color="subdued">
      <FormattedMessage
        id="projectApiKeys.forPrograms"
        defaultMessage="An API key is for programs. It cannot be used to sign in with a browser."
      />
    </EuiText>
  );
}
