import { EuiFieldText, EuiFormRow, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  readonly count: number;
  readonly value: string;
  onChange(value: string): void;
}

/** Asks to type how many keys will go, so that a large number is never deleted by a slip. */
export function CountField({ count, value, onChange }: Props) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFormRow
        label={
          <FormattedMessage
            id="projectApiKeys.delete.typeCount"
            defaultMessage="Type {count, number} to confirm"
            values={{ count }}
          />
        }
      >
        <EuiFieldText
          data-test-subj="apiKeysDeleteCount"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </EuiFormRow>
    </>
  );
}
