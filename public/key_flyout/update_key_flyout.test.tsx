import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { UpdateKeyFlyout } from './update_key_flyout.tsx';

const CAPABILITIES = {
  enabled: true,
  can_manage_own: true,
  can_manage_all: true,
  can_read_all: true,
  user: { username: 'elastic', realm: 'reserved' },
};

function open(key: Partial<ApiKey> = {}, server: FakeServer = {}) {
  const onClose = jest.fn();
  const page = renderPage(<UpdateKeyFlyout id="id-1" onClose={onClose} />, {
    'GET /capabilities': () => CAPABILITIES,
    'GET /keys/{id}': () => ({ key: anApiKey({ id: 'id-1', name: 'Daily export', ...key }) }),
    'PUT /keys/{id}': () => ({ updated: true }),
    ...server,
  });
  const updates = () =>
    page.requests.filter(({ route }) => route.startsWith('PUT')).map(({ body }) => body);
  return { ...page, onClose, updates };
}

const click = async (name: string) => userEvent.click(await screen.findByTestId(name));
const editor = (name: string) => screen.findByRole('textbox', { name });

describe('a key', () => {
  it('is shown with what it may do', async () => {
    open({ role_descriptors: { exporter: { cluster: ['monitor'], indices: [] } } });
    await screen.findByRole('heading', { name: 'Daily export' });
    for (const text of ['id-1', /elastic.*reserved/, 'Personal', 'Active'])
      expect(screen.getByTestId('apiKeyFlyout')).toHaveTextContent(text);
    expect(screen.getByTestId('apiKeyRestrictSwitch')).toBeChecked();
    expect(screen.getByTestId('apiKeyMetadataSwitch')).not.toBeChecked();
    expect(await editor('Role descriptors')).toHaveTextContent(
      /^\{ *"exporter": \{ *"cluster": \[ *"monitor" *\] *\} *\}$/,
    );
  });

  it('is loading at first', () => {
    open({}, { 'GET /keys/{id}': () => new Promise(() => undefined) });
    screen.getByTestId('apiKeyFlyoutLoading');
    expect(screen.queryByTestId('apiKeySubmit')).toBeNull();
  });

  it('that was deleted meanwhile is said to be gone', async () => {
    const { onClose } = open(
      {},
      {
        'GET /keys/{id}': () => {
          throw httpFailure(404, 'no such key');
        },
      },
    );
    await screen.findByText('There is no such key');
    await click('apiKeyCancel');
    expect(onClose).toHaveBeenCalled();
  });

  it('that could not be read can be read again', async () => {
    let attempts = 0;
    open(
      {},
      {
        'GET /keys/{id}': () => {
          attempts += 1;
          if (attempts === 1) throw httpFailure(503, 'Elasticsearch is away');
          return { key: anApiKey({ id: 'id-1' }) };
        },
      },
    );
    await screen.findByText('Elasticsearch is away');
    await userEvent.click(screen.getByText('Try again'));
    await screen.findByText('name of id-1');
  });

  it.each<[string, Partial<ApiKey>, RegExp]>([
    ['of someone else', { username: 'ada' }, /Only its owner/],
    ['that has expired', { expiration: 1 }, /has expired/],
    ['for other clusters', { type: 'cross_cluster', kind: 'cross_cluster' }, /cross-cluster/],
  ])('%s cannot be changed, and the page says why', async (_what, key, reason) => {
    open({ metadata: { team: 'books' }, ...key });
    expect(await screen.findByTestId('apiKeyReadOnly')).toHaveTextContent(reason);
    expect(screen.queryByTestId('apiKeySubmit')).toBeNull();
    for (const section of screen.queryAllByRole('switch')) expect(section).toBeDisabled();
    for (const text of screen.queryAllByRole('textbox'))
      expect(text).toHaveAttribute('aria-readonly', 'true');
  });
});

describe('saving', () => {
  const restricted = {
    role_descriptors: { r: { cluster: ['monitor'] } },
    metadata: { team: 'books' },
  };

  it('sends what has changed only', async () => {
    const { updates, toasts, onClose } = open(restricted);
    await click('apiKeyMetadataSwitch');
    await click('apiKeySubmit');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(updates()).toEqual([{ metadata: {} }]);
    expect(toasts).toEqual([{ kind: 'success', title: 'API key updated' }]);
  });

  it('of an unrestricted key is warned of', async () => {
    const { updates } = open(restricted);
    await click('apiKeyRestrictSwitch');
    expect(screen.getByTestId('apiKeyPrivilegeWarning')).toHaveTextContent(
      /all of your privileges.*takes the restriction away/,
    );
    await click('apiKeySubmit');
    await waitFor(() => expect(updates()).toEqual([{ role_descriptors: {} }]));
  });

  it('without a change says so', async () => {
    const { updates, toasts } = open(restricted, { 'PUT /keys/{id}': () => ({ updated: false }) });
    await click('apiKeySubmit');
    await waitFor(() =>
      expect(toasts).toMatchObject([{ title: expect.stringMatching(/^Nothing to change/) }]),
    );
    expect(updates()).toEqual([{}]);
  });

  it('tells that the owner’s present privileges become the limits', async () => {
    open();
    await screen.findByText(/privileges that you have now as the new limits/);
  });

  it('in vain keeps what was changed', async () => {
    const { onClose } = open(restricted, {
      'PUT /keys/{id}': () => {
        throw httpFailure(403, 'not allowed');
      },
    });
    await click('apiKeyMetadataSwitch');
    await click('apiKeySubmit');
    expect(await screen.findByTestId('apiKeyFormErrors')).toHaveTextContent(/not allowed/);
    expect(screen.getByTestId('apiKeyMetadataSwitch')).not.toBeChecked();
    expect(onClose).not.toHaveBeenCalled();
  });
});

it('leaving with changes asks', async () => {
  const { onClose } = open();
  await click('apiKeyMetadataSwitch');
  await click('apiKeyCancel');
  expect(onClose).not.toHaveBeenCalled();
  await click('confirmModalConfirmButton');
  expect(onClose).toHaveBeenCalled();
});
