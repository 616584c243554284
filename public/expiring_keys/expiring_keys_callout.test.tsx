import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer, SUPERUSER } from '../../test/helpers/keys_server.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { ExpiringKeysCallout } from './expiring_keys_callout.tsx';

const DAY = 86_400_000;
const soon = { expiration: Date.now() + 3 * DAY };
const mine = anApiKey({ id: 'mine', ...soon });
const theirs = anApiKey({ id: 'theirs', username: 'someone', ...soon });
const later = anApiKey({ id: 'later', expiration: Date.now() + 30 * DAY });

const callout = () => screen.findByTestId('apiKeysExpiringSoon');

/** Comes and goes, as with the tabs of the page. */
function OnAndOff() {
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setShown(!isShown)}>
        Turn
      </button>
      {isShown && <ExpiringKeysCallout user={SUPERUSER.user} />}
    </>
  );
}

describe('the reader’s own keys that expire soon', () => {
  it('are counted, without those of others, by one small request', async () => {
    const { requests } = renderPage(
      <ExpiringKeysCallout user={SUPERUSER.user} />,
      keysServer([mine, theirs, later]),
    );
    expect(await callout()).toHaveTextContent(
      /1 of your API keys expires within 14 days\. Show it/,
    );
    expect(requests.map(({ body }) => body)).toEqual([
      { filter: { owners: ['elastic'], statuses: ['expiring_soon'] } },
    ]);
  });

  it('are a click away', async () => {
    const { history } = renderPage(
      <ExpiringKeysCallout user={SUPERUSER.user} />,
      keysServer([mine, anApiKey({ id: 'another', ...soon })]),
    );
    expect(await callout()).toHaveTextContent(/2 of your API keys expire within/);
    await userEvent.click(screen.getByRole('link', { name: 'Show them' }));
    expect(history.location.search).toBe('?status=expiring_soon&owner=elastic');
  });

  it('are not spoken of where there are none', async () => {
    const { requests } = renderPage(
      <ExpiringKeysCallout user={SUPERUSER.user} />,
      keysServer([theirs, later]),
    );
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(screen.queryByTestId('apiKeysExpiringSoon')).toBeNull();
  });

  it('are not spoken of again once that was dismissed', async () => {
    const { requests } = renderPage(<OnAndOff />, keysServer([mine]));
    await callout();
    await userEvent.click(screen.getByTestId('euiDismissCalloutButton'));
    expect(screen.queryByTestId('apiKeysExpiringSoon')).toBeNull();
    await userEvent.click(screen.getByText('Turn'));
    await userEvent.click(screen.getByText('Turn'));
    expect(screen.queryByTestId('apiKeysExpiringSoon')).toBeNull();
    expect(requests).toHaveLength(1);
  });
});
