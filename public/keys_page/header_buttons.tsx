import { EuiButton, EuiButtonEmpty } from '@elastic/eui';
import React, { type Ref } from 'react';
import { FormattedMessage } from 'react-intl';

/** Opens the form for a new key. */
export function CreateButton(props: { buttonRef: Ref<HTMLButtonElement>; onClick(): void }) {
  return (
    <EuiButton {...props} fill data-test-subj="apiKeysCreateButton">
      <FormattedMessage id="projectApiKeys.page.create" defaultMessage="Create API key" />
    </EuiButton>
  );
}

/** Opens the dialog that finds a key by its secret. */
export function FindLeakedButton({ onClick }: { onClick(): void }) {
  return (
    <EuiButtonEmpty iconType="search" data-test-subj="apiKeysFindLeaked" onClick={onClick}>
      <FormattedMessage id="projectApiKeys.page.findLeaked" defaultMessage="Find a leaked key" />
    </EuiButtonEmpty>
  );
}
