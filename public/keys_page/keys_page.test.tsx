import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer } from '../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { KeysPage } from './keys_page.tsx';

const NOTHING = { can_manage_own: false, can_manage_all: false, can_read_all: false };
const someKeys = [anApiKey({ id: 'k1', name: 'books' })];

const show = (server: FakeServer) => ({
  ...renderPage(<KeysPage />, server),
  user: userEvent.setup(),
});

describe('the page', () => {
  it('shows where the rows will be while it does not know them', async () => {
    show({ ...keysServer(someKeys), 'POST /_query': () => new Promise(() => {}) });
    expect(await screen.findByTestId('apiKeysLoading')).toBeVisible();
    expect(await screen.findByTestId('apiKeysSearch')).toBeVisible();
    expect(screen.getByTestId('apiKeysLoading')).toBeVisible();
    expect(screen.queryByTestId('apiKeysTable')).toBeNull();
  });

  it('names the privileges that a user without any needs, and asks for no keys', async () => {
    const { requests } = show(keysServer(someKeys, NOTHING));
    const state = await screen.findByTestId('apiKeysNoPermission');
    expect(state).toHaveTextContent(/manage_own_api_key.*read_security.*manage_api_key/);
    expect(screen.queryByTestId('apiKeysCreateButton')).toBeNull();
    expect(requests.map(({ route }) => route)).toEqual(['GET /capabilities']);
  });

  it('says the same to a user who may not even ask', async () => {
    show({
      'GET /capabilities': () => {
        throw httpFailure(403, 'unauthorized');
      },
    });
    expect(await screen.findByTestId('apiKeysNoPermission')).toBeVisible();
  });

  it('says that API keys are disabled', async () => {
    show(keysServer(someKeys, { enabled: false, ...NOTHING }));
    expect(await screen.findByTestId('apiKeysDisabled')).toHaveTextContent(
      'xpack.security.authc.api_key.enabled',
    );
  });

  it.each(['GET /capabilities', 'POST /_query'])(
    'says why %s failed and tries again when asked',
    async (route) => {
      const server = keysServer(someKeys);
      let isAway = true;
      const { user } = show({
        ...server,
        [route]: (request) => {
          if (isAway) throw httpFailure(503, 'Elasticsearch cannot be reached.');
          return server[route]?.(request);
        },
      });
      expect(await screen.findByTestId('apiKeysError')).toHaveTextContent(
        'Elasticsearch cannot be reached.',
      );
      isAway = false;
      await user.click(screen.getByTestId('apiKeysRetry'));
      expect(await screen.findByTestId('apiKeyRow-k1')).toBeVisible();
      expect(screen.queryByTestId('apiKeysError')).toBeNull();
    },
  );

  it('keeps the rows when a refresh fails, and says so above them', async () => {
    const server = keysServer(someKeys);
    let isAway = false;
    const { user } = show({
      ...server,
      'POST /_query': (request) => {
        if (isAway) throw httpFailure(503, 'Elasticsearch cannot be reached.');
        return server['POST /_query']?.(request);
      },
    });
    await screen.findByTestId('apiKeyRow-k1');
    isAway = true;
    await user.click(screen.getByTestId('apiKeysRefresh'));
    const error = await screen.findByTestId('apiKeysError');
    const row = screen.getByTestId('apiKeyRow-k1');
    expect(error.compareDocumentPosition(row)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    isAway = false;
    await user.click(screen.getByTestId('apiKeysRetry'));
    await waitFor(() => expect(screen.getByTestId('apiKeysSearch')).toHaveFocus());
    expect(screen.queryByTestId('apiKeysError')).toBeNull();
  });

  it('asks for the first key where there are none', async () => {
    const { user } = show(keysServer([]));
    expect(await screen.findByTestId('apiKeysEmptyPrompt')).toBeVisible();
    await user.click(screen.getByTestId('apiKeysCreateButton'));
    expect(await screen.findByTestId('apiKeyFlyout')).toBeVisible();
  });

  it('asks a read-only user for nothing, and says why', async () => {
    const readOnly = { ...NOTHING, can_read_all: true };
    const { unmount } = show(keysServer([], readOnly));
    expect(await screen.findByTestId('apiKeysEmptyPrompt')).toHaveTextContent(
      'There are no API keys yet',
    );
    expect(screen.queryByTestId('apiKeysCreateButton')).toBeNull();
    unmount();

    show(keysServer(someKeys, readOnly));
    await screen.findByTestId('apiKeyRow-k1');
    expect(screen.getByTestId('apiKeysPage')).toHaveTextContent('not create or delete');
    expect(screen.queryByTestId('apiKeysCreateButton')).toBeNull();
    expect(screen.queryByTestId('apiKeyDelete-k1')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('says to a user who sees only own keys that there may be others', async () => {
    show(keysServer(someKeys, { can_read_all: false, can_manage_all: false }));
    await screen.findByTestId('apiKeyRow-k1');
    expect(screen.getByTestId('apiKeysPage')).toHaveTextContent('Only your own API keys are shown');
    expect(screen.queryByRole('columnheader', { name: /Owner/ })).toBeNull();
    expect(screen.getByTestId('apiKeyDelete-k1')).toBeVisible();
  });

  it('says that nothing matches the search, and takes it back', async () => {
    const { user, history } = show(keysServer(someKeys));
    await user.type(await screen.findByTestId('apiKeysSearch'), 'nothing like it{Enter}');
    expect(await screen.findByTestId('apiKeysNoMatch')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Reset search and filters' }));
    expect(await screen.findByTestId('apiKeyRow-k1')).toBeVisible();
    expect(screen.getByTestId('apiKeysSearch')).toHaveValue('');
    await waitFor(() => expect(history.location.search).toBe(''));
  });
});
