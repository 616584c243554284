import { EuiFieldText, EuiFormRow, EuiSelect, EuiSpacer } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { CustomLifetimeField } from './custom_lifetime_field.tsx';
import { type Expiry, expiresAt, PRESET_DAYS } from './expiry.ts';

interface Props {
  readonly value: Expiry;
  /** ms since epoch */
  readonly now: number;
  readonly errors: readonly string[];
  onChange(value: Expiry): void;
}

/** When the new key expires: a usual lifetime, one of the reader's own, a date, or never. */
export function ExpiryField({ value, now, errors, onChange }: Props) {
  const intl = useIntl();
  return (
    <>
      <EuiFormRow
        label={<FormattedMessage id="projectApiKeys.keyForm.expiry" defaultMessage="Expires" />}
        helpText={<Consequence value={value} now={now} />}
      >
        <EuiSelect
          data-test-subj="apiKeyExpirationSelect"
          options={choices(intl)}
          value={choiceOf(value)}
          onChange={({ target }) => onChange(expiryOf(target.value))}
        />
      </EuiFormRow>
      {value.kind === 'custom' && (
        <>
          <EuiSpacer size="m" />
          <CustomLifetimeField value={value} errors={errors} onChange={onChange} />
        </>
      )}
      {value.kind === 'date' && (
        <EuiFormRow
          label={
            <FormattedMessage
              id="projectApiKeys.keyForm.expiryDate"
              defaultMessage="Date and time"
            />
          }
          isInvalid={errors.length > 0}
          error={[...errors]}
        >
          <EuiFieldText
            type="datetime-local"
            data-test-subj="apiKeyExpirationDate"
            isInvalid={errors.length > 0}
            value={value.local}
            onChange={({ target }) => onChange({ kind: 'date', local: target.value })}
          />
        </EuiFormRow>
      )}
    </>
  );
}

/** The date that the choice leads to, or the risk of having none. */
function Consequence({ value, now }: Pick<Props, 'value' | 'now'>) {
  const intl = useIntl();
  if (value.kind === 'never')
    return (
      <FormattedMessage
        id="projectApiKeys.keyForm.neverExpires"
        defaultMessage="Whoever gets hold of this key can use it until someone deletes it. Prefer an expiry, and replace the key in time."
      />
    );
  const at = expiresAt(value, now);
  if (at === undefined) return null;
  return (
    <FormattedMessage
      id="projectApiKeys.keyForm.expiresAt"
      defaultMessage="The key stops working on {date}."
      values={{ date: intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' }) }}
    />
  );
}

const choices = (intl: IntlShape) => [
  ...PRESET_DAYS.map((days) => ({
    value: `${days}d`,
    text: intl.formatMessage(
      { id: 'projectApiKeys.keyForm.expiryDays', defaultMessage: 'In {days} days' },
      { days },
    ),
  })),
  {
    value: 'custom',
    text: intl.formatMessage({
      id: 'projectApiKeys.keyForm.expiryCustom',
      defaultMessage: 'Custom…',
    }),
  },
  {
    value: 'date',
    text: intl.formatMessage({
      id: 'projectApiKeys.keyForm.expiryOnDate',
      defaultMessage: 'On a date…',
    }),
  },
  {
    value: 'never',
    text: intl.formatMessage({ id: 'projectApiKeys.keyForm.expiryNever', defaultMessage: 'Never' }),
  },
];

const choiceOf = (expiry: Expiry): string =>
  expiry.kind === 'preset' ? `${expiry.days}d` : expiry.kind;

function expiryOf(choice: string): Expiry {
  switch (choice) {
    case 'custom':
      return { kind: 'custom', amount: '', unit: 'd' };
    case 'date':
      return { kind: 'date', local: '' };
    case 'never':
      return { kind: 'never' };
    default:
      return { kind: 'preset', days: Number.parseInt(choice, 10) };
  }
}
