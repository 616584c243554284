import { useEuiTheme } from '@elastic/eui';
import React from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { statusAt } from '../../common/api_key.ts';
import { ExactTime } from './exact_time.tsx';
import { timeDistance } from './time_distance.ts';

interface Props {
  /** ms since epoch; absent: never */
  readonly expiration: number | undefined;
  readonly now: number;
}

const COLORS = {
  active: 'textSuccess',
  expiring_soon: 'textWarning',
  expired: 'textDanger',
} as const;

/** "Active", "Expires in 3 days" or "Expired", with the exact time of the expiry in a tooltip. */
export function KeyStatus({ expiration, now }: Props) {
  const { euiTheme } = useEuiTheme();
  const text = <StatusText expiration={expiration} now={now} />;
  return (
    <>
      <span
        aria-hidden
        style={{
          display: 'inline-block',
          marginInlineEnd: euiTheme.size.s,
          // A border, as colours that a reader forces upon the page leave no background.
          border: `${euiTheme.size.xs} solid ${euiTheme.colors[COLORS[statusAt(expiration, now)]]}`,
          borderRadius: '50%',
          verticalAlign: 'middle',
        }}
      />
      {expiration === undefined ? text : <ExactTime at={expiration}>{text}</ExactTime>}
    </>
  );
}

function StatusText({ expiration, now }: Props) {
  const intl = useIntl();
  const status = statusAt(expiration, now);
  if (status === 'expired')
    return <FormattedMessage id="projectApiKeys.status.expired" defaultMessage="Expired" />;
  if (status === 'active' || expiration === undefined)
    return <FormattedMessage id="projectApiKeys.status.active" defaultMessage="Active" />;
  const { unit, value } = timeDistance(expiration - now);
  if (value === 0)
    return (
      <FormattedMessage
        id="projectApiKeys.status.expiresAtOnce"
        defaultMessage="Expires in less than a minute"
      />
    );
  return (
    <FormattedMessage
      id="projectApiKeys.status.expiresIn"
      defaultMessage="Expires in {time}"
      values={{ time: intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' }) }}
    />
  );
}
