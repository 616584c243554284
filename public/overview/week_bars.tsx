import { EuiPanel, EuiScreenReaderOnly, EuiText, useEuiTheme } from '@elastic/eui';
import React, { type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { EXPIRING_SOON_MS } from '../../common/api_key.ts';
import type { ExpirationsChartProps } from './expirations_chart.tsx';
import { ExpirationsTable, type WeeksProps } from './expirations_table.tsx';
import { isChosen, pickWeeks, weekSentence } from './week.ts';

interface Props extends WeeksProps {
  readonly Chart: ComponentType<ExpirationsChartProps>;
}

/** The weeks as a chart for the mouse, with the table behind it for screen readers. */
export function WeekBars({ Chart, ...props }: Props) {
  const { weeks, expires, onExpires } = props;
  const intl = useIntl();
  const { euiTheme, colorMode } = useEuiTheme();
  const now = weeks[0]?.from ?? 0;
  const isAnyChosen = weeks.some((week) => isChosen(week, expires));
  return (
    <>
      <Chart
        bars={weeks.map((week) => ({
          count: week.count,
          label: intl.formatDate(week.from, { day: 'numeric', month: 'short' }),
          fill:
            week.to - now > EXPIRING_SOON_MS ? euiTheme.colors.primary : euiTheme.colors.warning,
          opacity: isAnyChosen && !isChosen(week, expires) ? 0.3 : 1,
        }))}
        isDark={colorMode === 'DARK'}
        formatCount={(count) => intl.formatNumber(count)}
        renderTooltip={(index) =>
          weeks[index] && (
            <EuiPanel paddingSize="s" hasShadow>
              <EuiText size="xs">{weekSentence(weeks[index], intl)}</EuiText>
            </EuiPanel>
          )
        }
        onPick={(start, end) => onExpires(pickWeeks(weeks.slice(start, end), weeks, expires))}
      />
      <EuiScreenReaderOnly>
        <div>
          <ExpirationsTable {...props} isVisible={false} />
        </div>
      </EuiScreenReaderOnly>
    </>
  );
}
