import React from 'react';
import { FormattedMessage, FormattedRelativeTime } from 'react-intl';
import { ExactTime } from './exact_time.tsx';
import { timeDistance } from './time_distance.ts';

interface Props {
  /** ms since epoch */
  readonly at: number;
  readonly now: number;
}

/** "3 days ago", with the exact time in a tooltip. A clock that is ahead of ours is "just now" too. */
export function CreatedTime({ at, now }: Props) {
  const { unit, value } = timeDistance(now - at);
  return (
    <ExactTime at={at}>
      {value <= 0 ? (
        <FormattedMessage id="projectApiKeys.created.now" defaultMessage="Just now" />
      ) : (
        <FormattedRelativeTime value={-value} unit={unit} />
      )}
    </ExactTime>
  );
}
