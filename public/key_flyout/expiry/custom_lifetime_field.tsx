import { EuiFieldNumber, EuiFlexGroup, EuiFlexItem, EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { CUSTOM_UNITS, type Expiry } from './expiry.ts';

type Custom = Extract<Expiry, { kind: 'custom' }>;

interface Props {
  readonly value: Custom;
  readonly errors: readonly string[];
  onChange(value: Custom): void;
}

/** A number of minutes, hours or days. */
export function CustomLifetimeField({ value, errors, onChange }: Props) {
  const intl = useIntl();
  const isInvalid = errors.length > 0;
  const unitName = {
    m: intl.formatMessage({ id: 'projectApiKeys.keyForm.minutes', defaultMessage: 'minutes' }),
    h: intl.formatMessage({ id: 'projectApiKeys.keyForm.hours', defaultMessage: 'hours' }),
    d: intl.formatMessage({ id: 'projectApiKeys.keyForm.days', defaultMessage: 'days' }),
  };
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <EuiFormRow
          label={
            <FormattedMessage id="projectApiKeys.keyForm.lifetime" defaultMessage="Lifetime" />
          }
          isInvalid={isInvalid}
          error={[...errors]}
        >
          <EuiFieldNumber
            min={1}
            step={1}
            data-test-subj="apiKeyExpirationValue"
            isInvalid={isInvalid}
            value={value.amount}
            onChange={({ target }) => onChange({ ...value, amount: target.value })}
          />
        </EuiFormRow>
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiFormRow
          label={<FormattedMessage id="projectApiKeys.keyForm.unit" defaultMessage="Unit" />}
        >
          <EuiSelect
            data-test-subj="apiKeyExpirationUnit"
            options={CUSTOM_UNITS.map((unit) => ({ value: unit, text: unitName[unit] }))}
            value={value.unit}
            onChange={({ target }) => {
              const unit = CUSTOM_UNITS.find((each) => each === target.value);
              if (unit !== undefined) onChange({ ...value, unit });
            }}
          />
        </EuiFormRow>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
