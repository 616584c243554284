import React from 'react';
import { FormattedRelativeTime } from 'react-intl';
import { ExactTime } from '../../key_summary/exact_time.tsx';
import { timeDistance } from '../../key_summary/time_distance.ts';

interface Props {
  /** ms since epoch */
  readonly at: number;
  readonly now: number;
}

/** "in 3 hours", "2 days ago" or "this minute", with the exact time in a tooltip. */
export function RelativeTime({ at, now }: Props) {
  const { unit, value } = timeDistance(Math.abs(at - now));
  return (
    <ExactTime at={at}>
      <FormattedRelativeTime
        value={at < now ? -value : value}
        unit={unit}
        numeric={value === 0 ? 'auto' : 'always'}
      />
    </ExactTime>
  );
}
