import { EuiFieldText, EuiFormRow } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  readonly value: string;
  readonly errors: readonly string[];
  onChange(value: string): void;
}

export function NameField({ value, errors, onChange }: Props) {
  const isInvalid = errors.length > 0;
  return (
    <EuiFormRow
      label={<FormattedMessage id="projectApiKeys.keyForm.name" defaultMessage="Name" />}
      helpText={
        <FormattedMessage
          id="projectApiKeys.keyForm.nameHelp"
          defaultMessage="What is this key used for? The name cannot be changed later."
        />
      }
      isInvalid={isInvalid}
      error={[...errors]}
    >
      <EuiFieldText
        autoComplete="off"
        data-test-subj="apiKeyNameInput"
        isInvalid={isInvalid}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </EuiFormRow>
  );
}
