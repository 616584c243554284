import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { renderPage } from '../../test/helpers/render_page.tsx';
import type { ExpirationsChartProps } from './expirations_chart.tsx';
import { ExpirationsTimeline } from './expirations_timeline.tsx';
import type { Expires } from './week.ts';

// jsdom has no canvas: bars that can be clicked stand for those that are drawn.
jest.mock('./expirations_chart.tsx', () => ({
  ExpirationsChart: ({ bars, onPick, renderTooltip }: ExpirationsChartProps) =>
    bars.map(({ label, opacity }, index) => (
      <button
        type="button"
        key={label}
        title={label}
        style={{ opacity }}
        onClick={() => onPick(index, index + 1)}
      >
        {renderTooltip(index)}
      </button>
    )),
}));

const WEEK = 7 * 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 5, 15, 10);
const WEEKS = [4, 2, 1].map((count, index) => ({
  from: NOW + index * WEEK,
  to: NOW + (index + 1) * WEEK,
  count,
}));

function show(expires?: Expires) {
  const onExpires = jest.fn<(expires: Expires) => void>();
  renderPage(<ExpirationsTimeline weeks={WEEKS} expires={expires} onExpires={onExpires} />, {});
  return { onExpires, user: userEvent.setup() };
}

const bar = (date: string) => screen.findByTitle(date);
const table = () => screen.getByRole('table');

afterEach(() => localStorage.clear());

describe('the chart of the coming expirations', () => {
  it('filters to the week of a bar, and tells about it', async () => {
    const { onExpires, user } = show();
    expect(await bar('Jun 22')).toHaveTextContent(/^2 API keys expire: Jun 22/);
    await user.click(await bar('Jun 22'));
    expect(onExpires).toHaveBeenLastCalledWith({ from: NOW + WEEK, to: NOW + 2 * WEEK });
  });

  it('shows what is chosen by letting the rest fade', async () => {
    const { onExpires, user } = show({ from: NOW, to: NOW + WEEK });
    expect(await bar('Jun 15')).toHaveStyle({ opacity: 1 });
    expect(await bar('Jun 22')).toHaveStyle({ opacity: 0.3 });
    await user.click(await bar('Jun 15'));
    expect(onExpires).toHaveBeenLastCalledWith(undefined);
  });

  it('has the table behind it, at whose buttons the keyboard does not stop', async () => {
    const { onExpires, user } = show();
    await bar('Jun 15');
    const buttons = within(table()).getAllByRole('button');
    for (const button of buttons) expect(button).toHaveAttribute('tabindex', '-1');
    await user.click(within(table()).getByRole('button', { name: /^1 API key expires: Jun 29/ }));
    expect(onExpires).toHaveBeenLastCalledWith({ from: NOW + 2 * WEEK, to: NOW + 3 * WEEK });
  });

  it('gives way to the table on demand, which is remembered', async () => {
    const { user } = show();
    await bar('Jun 15');
    await user.click(screen.getByRole('button', { name: 'Show as a table' }));
    expect(screen.queryByTitle('Jun 15')).toBeNull();
    for (const button of within(table()).getAllByRole('button'))
      expect(button).toHaveAttribute('tabindex', '0');

    show();
    expect(screen.queryByTitle('Jun 15')).toBeNull();
  });
});
