import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import fc from 'fast-check';
import React from 'react';
import { statusAt } from '../../common/api_key.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { CreatedTime } from './created_time.tsx';
import { KeyPrivileges } from './key_privileges.tsx';
import { KeyStatus } from './key_status.tsx';
import { msToNextChange, useNow } from './use_now.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 5, 15, 12);

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the status of a key', () => {
  it.each([
    ['that never expires', undefined, 'Active'],
    ['with more than 14 days to go', NOW + 14 * DAY + 1, 'Active'],
    ['with 14 days to go', NOW + 14 * DAY, 'Expires in 14 days'],
    ['with 3 days to go', NOW + 3 * DAY, 'Expires in 3 days'],
    ['with 47 hours to go', NOW + 47 * HOUR, 'Expires in 47 hours'],
    ['with an hour to go', NOW + HOUR, 'Expires in 60 minutes'],
    ['with a minute to go', NOW + MINUTE, 'Expires in 1 minute'],
    ['with a second to go', NOW + 1000, 'Expires in less than a minute'],
    ['at the moment of its expiry', NOW, 'Expired'],
    ['after its expiry', NOW - DAY, 'Expired'],
  ])('%s is told', (_case, expiration, text) => {
    const { container } = renderPage(<KeyStatus expiration={expiration} now={NOW} />, {});
    expect(container).toHaveTextContent(new RegExp(`^${text}$`));
  });

  it('changes by itself, without asking the server', () => {
    const expiration = NOW + 14 * DAY + 2 * MINUTE;
    const Live = () => <KeyStatus expiration={expiration} now={useNow([expiration])} />;
    const { container, requests } = renderPage(<Live />, {});
    expect(container).toHaveTextContent('Active');
    act(() => void jest.advanceTimersByTime(2 * MINUTE));
    expect(container).toHaveTextContent('Expires in 14 days');
    // As after a sleep of the computer: no timer ran meanwhile.
    jest.setSystemTime(expiration);
    act(() => void jest.advanceTimersByTime(MINUTE));
    expect(container).toHaveTextContent('Expired');
    expect(requests).toEqual([]);
  });

  it('is shown no longer than it holds', () => {
    const anyExpiration = fc.option(fc.integer({ min: -DAY, max: 100 * DAY }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(anyExpiration, { maxLength: 4 }), (left) => {
        const expirations = left.map((ms) => (ms === undefined ? undefined : NOW + ms));
        const wait = msToNextChange(expirations, NOW);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(MINUTE);
        for (const expiration of expirations)
          expect(statusAt(expiration, NOW + wait - 1)).toBe(statusAt(expiration, NOW));
      }),
    );
  });
});

describe('the creation of a key', () => {
  it.each([
    ['a moment ago', NOW - 1000, 'Just now'],
    ['by a clock that is ahead', NOW + HOUR, 'Just now'],
    ['five minutes ago', NOW - 5 * MINUTE, '5 minutes ago'],
    ['three days ago', NOW - 3 * DAY, '3 days ago'],
    ['years ago', NOW - 1000 * DAY, '3 years ago'],
  ])('%s is told relative to now, and exactly for programs', (_case, at, text) => {
    const { container } = renderPage(<CreatedTime at={at} now={NOW} />, {});
    expect(container).toHaveTextContent(text);
    expect(container.querySelector('time')?.dateTime).toBe(new Date(at).toISOString());
  });

  it('is told exactly in a tooltip', async () => {
    const { container } = renderPage(<CreatedTime at={NOW} now={NOW} />, {});
    act(() => container.querySelector('time')?.focus());
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/Jun \d+, 2026, \d+:00:00/);
  });
});

describe('what a key may do', () => {
  it.each([
    [{ role_descriptors: {} }, 'Same as owner'],
    [{ role_descriptors: { reader: {}, writer: {} } }, 'reader, writer'],
    [{ type: 'cross_cluster' as const }, 'Cross-cluster access'],
  ])('is told in a word for %j', (given, text) => {
    const { container } = renderPage(
      <KeyPrivileges apiKey={anApiKey({ id: 'k', ...given })} />,
      {},
    );
    expect(container).toHaveTextContent(new RegExp(`^${text}$`));
  });
});
