import { EuiFormRow, EuiSelect } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { GRACE_PERIODS, type GracePeriod, oldKeyEnd } from './grace_period.ts';

interface Props {
  readonly value: GracePeriod;
  /** Of the old key, in ms since epoch. */
  readonly expiration: number | undefined;
  /** ms since epoch */
  readonly now: number;
  onChange(value: GracePeriod): void;
}

/** How long the old key goes on, and what that comes to. */
export function GracePeriodField({ value, expiration, now, onChange }: Props) {
  const intl = useIntl();
  const names: Readonly<Record<GracePeriod, string>> = {
    '0s': intl.formatMessage({ id: 'projectApiKeys.rotate.atOnce', defaultMessage: 'Not at all' }),
    '1h': intl.formatMessage({ id: 'projectApiKeys.rotate.hour', defaultMessage: 'For 1 hour' }),
    '1d': intl.formatMessage({ id: 'projectApiKeys.rotate.day', defaultMessage: 'For 1 day' }),
    '7d': intl.formatMessage({ id: 'projectApiKeys.rotate.week', defaultMessage: 'For 7 days' }),
  };
  return (
    <EuiFormRow
      label={
        <FormattedMessage
          id="projectApiKeys.rotate.gracePeriod"
          defaultMessage="The old key goes on"
        />
      }
      helpText={<Consequence value={value} expiration={expiration} now={now} />}
    >
      <EuiSelect
        data-test-subj="apiKeyRotateGracePeriod"
        options={GRACE_PERIODS.map((each) => ({ value: each, text: names[each] }))}
        value={value}
        onChange={({ target }) => {
          const chosen = GRACE_PERIODS.find((each) => each === target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      />
    </EuiFormRow>
  );
}

function Consequence({ value, expiration, now }: Omit<Props, 'onChange'>) {
  const intl = useIntl();
  const end = oldKeyEnd(value, expiration, now);
  const date = (at: number) => intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  switch (end.kind) {
    case 'at_once':
      return (
        <FormattedMessage
          id="projectApiKeys.rotate.endsAtOnce"
          defaultMessage="It stops working at once, also for programs that do not have the new key yet."
        />
      );
    case 'after_grace':
      return (
        <FormattedMessage
          id="projectApiKeys.rotate.endsAfterGrace"
          defaultMessage="It works until {date}: give your programs the new key before then."
          values={{ date: date(end.at) }}
        />
      );
    case 'by_itself':
      return (
        <FormattedMessage
          id="projectApiKeys.rotate.endsByItself"
          defaultMessage="It expires on {date} anyway; rotating never makes it last longer."
          values={{ date: date(end.at) }}
        />
      );
  }
}
