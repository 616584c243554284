import {
  Axis,
  BarSeries,
  Chart,
  DARK_THEME,
  LIGHT_THEME,
  Settings,
  Tooltip,
} from '@elastic/charts';
import React, { type ReactNode, useId } from 'react';
import { CHART_STYLES } from './chart_styles.ts';

export interface Bar {
  readonly count: number;
  readonly label: string;
  readonly fill: string;
  readonly opacity: number;
}

export interface ExpirationsChartProps {
  readonly bars: readonly Bar[];
  readonly isDark: boolean;
  formatCount(count: number): string;
  renderTooltip(index: number): ReactNode;
  /** Called with the index of the first bar that was picked and of the one after the last. */
  onPick(start: number, end: number): void;
}

/**
 * Bars to be picked by a click, or several by a stroke. With @elastic/charts it is a chunk of its own,
 * and imports nothing else: what it shared with the page would be split off from the page's code.
 */
export function ExpirationsChart(props: ExpirationsChartProps) {
  const { bars, isDark, formatCount, renderTooltip, onPick } = props;
  return (
    <div className="apiKeysTimelineChart" aria-hidden="true">
      <style>{CHART_STYLES}</style>
      {/* With an id of ours, as the console's bundle leaves out what would make one. */}
      <Chart id={useId()}>
        <Settings
          baseTheme={isDark ? DARK_THEME : LIGHT_THEME}
          theme={{ background: { color: 'transparent' } }}
          onProjectionClick={({ x }) => onPick(Math.floor(Number(x)), Math.floor(Number(x)) + 1)}
          onBrushEnd={({ x: [start, end] = [0, 0] }) =>
            onPick(Math.floor(Number(start)), Math.ceil(Number(end)))
          }
        />
        <Tooltip customTooltip={({ header }) => renderTooltip(Number(header?.value))} />
        <Axis
          id="labels"
          position="bottom"
          integersOnly
          tickFormat={(index: number) => bars[index]?.label ?? ''}
        />
        <Axis id="counts" position="left" integersOnly ticks={3} tickFormat={formatCount} />
        <BarSeries
          id="bars"
          data={bars.map((bar, index) => ({ ...bar, index }))}
          xAccessor="index"
          yAccessors={['count']}
          xScaleType="linear"
          yScaleType="linear"
          yNice
          enableHistogramMode
          styleAccessor={({ datum: { fill, opacity } }) => ({ rect: { fill, opacity } })}
        />
      </Chart>
    </div>
  );
}
