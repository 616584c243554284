import { EuiButton } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  readonly count: number;
  onClick(): void;
}

/** Deletes the selected keys, after a question. */
export function DeleteSelectedButton({ count, onClick }: Props) {
  return (
    <EuiButton
      data-test-subj="apiKeysBulkDelete"
      size="s"
      color="danger"
      iconType="trash"
      onClick={onClick}
    >
      <FormattedMessage
        id="projectApiKeys.list.deleteSelected"
        defaultMessage="Delete {count, plural, one {# API key} other {# API keys}}"
        values={{ count }}
      />
    </EuiButton>
  );
}
