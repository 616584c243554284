import {
  EuiButtonEmpty,
  EuiSkeletonRectangle,
  EuiText,
  useIsWithinMinBreakpoint,
} from '@elastic/eui';
import React, { type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ExpirationsTable } from './expirations_table.tsx';
import { Foldable } from './foldable.tsx';
import { useExpirationsChart } from './use_expirations_chart.ts';
import { useRemembered } from './use_remembered.ts';
import type { Expires, Week } from './week.ts';
import { WeekBars } from './week_bars.tsx';

/** As high as the numbers beside it, in every state, so that nothing moves. */
const HEIGHT = 126;

interface Props {
  /** `undefined` while they load. */
  readonly weeks: readonly Week[] | undefined;
  readonly expires: Expires;
  onExpires(expires: Expires): void;
}

/** When keys will expire, as a chart or as a table; a week of either filters to it. */
export function ExpirationsTimeline({ weeks, expires, onExpires }: Props) {
  const [isOpen, setOpen] = useRemembered('timelineOpen', useIsWithinMinBreakpoint('m'));
  const [isTable, setTable] = useRemembered('timelineAsTable', false);
  const hasWeeks = weeks?.some(({ count }) => count > 0) === true;
  const chart = useExpirationsChart(isOpen && hasWeeks && !isTable);
  return (
    <Foldable
      data-test-subj="apiKeysTimeline"
      title={
        <FormattedMessage id="projectApiKeys.timeline.title" defaultMessage="Coming expirations" />
      }
      actions={
        isOpen &&
        hasWeeks &&
        chart.state !== 'failed' && (
          <EuiButtonEmpty size="xs" onClick={() => setTable(!isTable)}>
            {isTable ? (
              <FormattedMessage
                id="projectApiKeys.timeline.asChart"
                defaultMessage="Show as a chart"
              />
            ) : (
              <FormattedMessage
                id="projectApiKeys.timeline.asTable"
                defaultMessage="Show as a table"
              />
            )}
          </EuiButtonEmpty>
        )
      }
      isOpen={isOpen}
      onFold={setOpen}
    >
      {() => <div style={{ height: HEIGHT, overflow: 'auto' }}>{content()}</div>}
    </Foldable>
  );

  function content(): ReactNode {
    if (weeks === undefined) return SKELETON;
    if (!hasWeeks)
      return (
        <EuiText size="s" color="subdued">
          <FormattedMessage
            id="projectApiKeys.timeline.none"
            defaultMessage="Nothing expires within the next {weeks} weeks."
            values={{ weeks: weeks.length }}
          />
        </EuiText>
      );
    const props = { weeks, expires, onExpires };
    if (isTable || chart.state === 'failed') return <ExpirationsTable {...props} isVisible />;
    return chart.state === 'loading' ? SKELETON : <WeekBars {...props} Chart={chart.Chart} />;
  }
}

const SKELETON = <EuiSkeletonRectangle width="100%" height={HEIGHT} />;
