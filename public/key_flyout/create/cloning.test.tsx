import { expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { SUPERUSER } from '../../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../../test/helpers/render_page.tsx';
import { CreateKeyFlyout } from '../create_key_flyout.tsx';

const CREATION = Date.UTC(2026, 0, 1);
const ORIGINAL = anApiKey({
  id: 'k',
  name: 'Daily export',
  creation: CREATION,
  expiration: CREATION + 36 * 3_600_000,
  role_descriptors: { r: { cluster: ['monitor'] } },
  metadata: { team: 'books', managed: true },
});

function open(server: FakeServer = {}) {
  const onCreated = jest.fn();
  const onClose = jest.fn();
  const page = renderPage(<CreateKeyFlyout from="k" onCreated={onCreated} onClose={onClose} />, {
    'GET /capabilities': () => SUPERUSER,
    'GET /keys/{id}': () => ({ key: ORIGINAL }),
    'POST /_check_privileges': () => ({ excess: [] }),
    'POST /keys': () => ({ id: 'new', name: 'k', api_key: 's', encoded: 'e' }),
    ...server,
  });
  const created = () =>
    page.requests.filter(({ route }) => route === 'POST /keys').map(({ body }) => body);
  return { ...page, onCreated, onClose, created };
}

it('a copy is filled in, and made as it is', async () => {
  const { onCreated, created } = open();
  expect(await screen.findByTestId('apiKeyNameInput')).toHaveValue('Daily export copy');
  expect(screen.getByTestId('apiKeyExpirationValue')).toHaveValue(36);
  expect(screen.getByTestId('apiKeyExpirationUnit')).toHaveDisplayValue('hours');
  await userEvent.click(screen.getByTestId('apiKeySubmit'));
  await waitFor(() => expect(onCreated).toHaveBeenCalled());
  expect(created()).toEqual([
    {
      name: 'Daily export copy',
      expiration: '36h',
      role_descriptors: { r: { cluster: ['monitor'] } },
      metadata: { team: 'books' },
    },
  ]);
});

it('a copy that nobody has changed is left without a question', async () => {
  const { onClose } = open();
  await screen.findByTestId('apiKeyNameInput');
  await userEvent.click(screen.getByTestId('apiKeyCancel'));
  expect(onClose).toHaveBeenCalled();
});

it('a copy of what is still being read has no form yet', () => {
  open({ 'GET /keys/{id}': () => new Promise(() => undefined) });
  screen.getByTestId('apiKeyFlyoutLoading');
  expect(screen.queryByTestId('apiKeySubmit')).toBeNull();
});

it('a copy of a key that cannot be read can be tried again', async () => {
  let attempts = 0;
  open({
    'GET /keys/{id}': () => {
      attempts += 1;
      if (attempts === 1) throw httpFailure(503, 'Elasticsearch is away');
      return { key: ORIGINAL };
    },
  });
  await screen.findByText('Elasticsearch is away');
  await userEvent.click(screen.getByText('Try again'));
  await screen.findByTestId('apiKeyNameInput');
});

it('a copy of a key that is gone is none', async () => {
  open({
    'GET /keys/{id}': () => {
      throw httpFailure(404, 'no such key');
    },
  });
  await screen.findByText('There is no such key');
});
