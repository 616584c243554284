import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import type { KeyCounts } from '../../common/http_api/query_keys.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import type { KeyNumbersProps } from './key_numbers.tsx';
import { Overview } from './overview.tsx';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 5, 15, 10);

const countsOf = (weeks: readonly number[]): KeyCounts => ({
  kinds: { personal: 0, managed: 0, cross_cluster: 0 },
  statuses: { active: 12_345, expiring_soon: 7, expired: 0 },
  owners: [],
  expires: weeks.map((count, index) => ({
    from: NOW + index * WEEK,
    to: NOW + (index + 1) * WEEK,
    count,
  })),
  never_expires: 3,
});
const COUNTS = countsOf([5, 0, 1]);
const NOTHING_COMING = countsOf(Array(13).fill(0));

type Choice = Pick<KeyNumbersProps, 'statuses' | 'expires'>;

/** A page that filters by what is chosen, and tells what that is. */
function show(counts: KeyCounts | undefined, initial: Partial<Choice> = {}) {
  let choice: Choice = { statuses: [], expires: undefined, ...initial };
  function Page() {
    const [, setChoice] = useState(choice);
    const choose = (change: Partial<Choice>) => {
      choice = { ...choice, ...change };
      setChoice(choice);
    };
    return (
      <Overview
        counts={counts}
        {...choice}
        onStatuses={(statuses) => choose({ statuses })}
        onExpires={(expires) => choose({ expires })}
      />
    );
  }
  return { ...renderPage(<Page />, {}), user: userEvent.setup(), choice: () => choice };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const timeline = () => within(screen.getByTestId('apiKeysTimeline'));

afterEach(() => localStorage.clear());

describe('the numbers', () => {
  it.each([
    ['12,345', 'Active', { statuses: ['active'], expires: undefined }],
    ['7', 'Expiring soon', { statuses: ['expiring_soon'], expires: undefined }],
    ['0', 'Expired', { statuses: ['expired'], expires: undefined }],
    ['3', 'Never expiring', { statuses: [], expires: { never: true } }],
  ])('%s %s filters to what it counts, and again to all', async (number, label, chosen) => {
    const { user, choice } = show(NOTHING_COMING);
    const it = button(`${number} ${label}`);
    expect(it).toHaveAttribute('aria-pressed', 'false');
    await user.click(it);
    expect(choice()).toEqual(chosen);
    expect(it).toHaveAttribute('aria-pressed', 'true');
    await user.click(it);
    expect(choice()).toEqual({ statuses: [], expires: undefined });
    expect(it).toHaveAttribute('aria-pressed', 'false');
  });

  it('take the place of each other', async () => {
    const { user, choice } = show(NOTHING_COMING);
    await user.click(button(/Active/));
    await user.click(button(/Expired/));
    expect(choice().statuses).toEqual(['expired']);
  });

  it('take only themselves out of several that were chosen elsewhere', async () => {
    const { user, choice } = show(NOTHING_COMING, { statuses: ['active', 'expired'] });
    await user.click(button(/Active/));
    expect(choice().statuses).toEqual(['expired']);
  });

  it('say what active means', () => {
    show(NOTHING_COMING);
    expect(button(/Active/)).toHaveAccessibleDescription(/those that expire soon included/);
  });

  it('are no buttons before they are there', () => {
    show(undefined);
    expect(screen.getByText('Never expiring')).toBeVisible();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Overview',
      'Coming expirations',
    ]);
  });
});

describe('the coming expirations', () => {
  it('are a table where the chart cannot be downloaded, for the mouse and the keyboard', async () => {
    const { user, choice } = show(COUNTS);
    const table = await timeline().findByRole('table', { name: 'Coming expirations by week' });
    const rows = within(table).getAllByRole('row');
    expect(rows.map((row) => row.textContent?.replace(/\s/g, ' '))).toEqual([
      'WeekExpiring keys',
      expect.stringMatching(/^Jun 15.+5$/),
      expect.stringMatching(/^Jun 22.+0$/),
      expect.stringMatching(/^Jun 29.+1$/),
    ]);
    expect(timeline().queryByRole('button', { name: 'Show as a chart' })).toBeNull();

    const last = button(/^1 API key expires: Jun 29/);
    last.focus();
    await user.keyboard('{Enter}');
    expect(choice().expires).toEqual({ from: NOW + 2 * WEEK, to: NOW + 3 * WEEK });
    expect(last).toHaveAttribute('aria-pressed', 'true');
    expect(last).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(choice().expires).toBeUndefined();
  });

  it('keep a chosen week to be taken back when it has become empty', async () => {
    const { user, choice } = show(COUNTS, {
      expires: { from: NOW + WEEK, to: NOW + 2 * WEEK },
    });
    await timeline().findByRole('table');
    await user.click(button(/^0 API keys expire: Jun 22/));
    expect(choice().expires).toBeUndefined();
  });

  it('say so where there are none', () => {
    show(NOTHING_COMING);
    expect(timeline().getByText('Nothing expires within the next 13 weeks.')).toBeVisible();
    expect(timeline().queryByRole('table')).toBeNull();
  });
});

describe('each of both', () => {
  it.each([
    ['Overview', () => screen.queryByRole('button', { name: /Expired/ })],
    ['Coming expirations', () => screen.queryByRole('table')],
  ])('folds away and remembers it: %s', async (title, content) => {
    const first = show(COUNTS);
    await timeline().findByRole('table');
    expect(button(title)).toHaveAttribute('aria-expanded', 'true');
    expect(content()).toBeVisible();
    await first.user.click(button(title));
    expect(button(title)).toHaveAttribute('aria-expanded', 'false');
    expect(content()).toBeNull();

    first.unmount();
    const second = show(COUNTS);
    expect(button(title)).toHaveAttribute('aria-expanded', 'false');
    await second.user.click(button(title));
    expect(button(title)).toHaveAttribute('aria-expanded', 'true');
  });

  it('is unfolded where there is room for both', () => {
    jest.replaceProperty(window, 'innerWidth', 360);
    show(COUNTS);
    expect(button('Overview')).toHaveAttribute('aria-expanded', 'true');
    expect(button('Coming expirations')).toHaveAttribute('aria-expanded', 'false');
  });

  it('folds where the browser forbids to remember', async () => {
    for (const method of ['getItem', 'setItem'] as const)
      jest.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      });
    const { user } = show(COUNTS);
    await timeline().findByRole('table');
    await user.click(button('Overview'));
    expect(button('Overview')).toHaveAttribute('aria-expanded', 'false');
  });
});
