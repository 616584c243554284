import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { RotatedKey } from '../../common/http_api/rotate_key.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { RotateKeyDialog } from './rotate_key_dialog.tsx';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;
const ROTATED: RotatedKey = {
  created: { id: 'new', name: 'Daily export', api_key: 's', encoded: 'bmV3OnM=' },
  previous: { id: 'old', expiration: NOW + DAY },
};
const ROTATE = 'POST /keys/{id}/_rotate';

function open(key: Partial<ApiKey> = {}, server: FakeServer = { [ROTATE]: () => ROTATED }) {
  const onRotated = jest.fn();
  const onClose = jest.fn();
  const page = renderPage(
    <RotateKeyDialog id="old" onRotated={onRotated} onClose={onClose} />,
    {
      'GET /keys/{id}': () => ({ key: anApiKey({ id: 'old', name: 'Daily export', ...key }) }),
      ...server,
    },
    { now: () => NOW },
  );
  const rotations = () =>
    page.requests.filter(({ route }) => route === ROTATE).map(({ path, body }) => [path, body]);
  return { ...page, onRotated, onClose, rotations };
}

const refused = (status: number, message: string): FakeServer => ({
  [ROTATE]: () => {
    throw httpFailure(status, message);
  },
});
const submit = async () => userEvent.click(await screen.findByTestId('apiKeyRotateSubmit'));
const grace = () => screen.findByTestId('apiKeyRotateGracePeriod');
const dialog = () => screen.getByTestId('apiKeyFlyout');

describe('rotating a key', () => {
  it('lets the old one go on for a day', async () => {
    const { onRotated, rotations } = open();
    await screen.findByRole('heading', { name: /^Rotate API key “\s*Daily export\s*”$/ });
    expect(await grace()).toHaveDisplayValue('For 1 day');
    expect(dialog()).toHaveTextContent(/works until November 25, 2026/);
    await submit();
    await waitFor(() => expect(onRotated).toHaveBeenCalledWith(ROTATED));
    expect(rotations()).toEqual([['/keys/old/_rotate', { grace_period: '1d' }]]);
  });

  it.each([
    ['Not at all', '0s', /stops working at once/],
    ['For 1 hour', '1h', /works until November 24, 2026/],
    ['For 7 days', '7d', /works until December 1, 2026/],
  ])('%s, where that is wanted', async (choice, grace_period, consequence) => {
    const { rotations } = open();
    await userEvent.selectOptions(await grace(), choice);
    expect(dialog()).toHaveTextContent(consequence);
    await submit();
    await waitFor(() => expect(rotations()).toEqual([['/keys/old/_rotate', { grace_period }]]));
  });

  it('never makes the old one last longer, which is said', async () => {
    open({ expiration: NOW + DAY / 2 });
    await grace();
    expect(dialog()).toHaveTextContent(/expires on November 25, 2026 .*anyway/);
  });

  it.each<[string, Partial<ApiKey>, RegExp]>([
    [
      'as long as the old one was to live',
      { creation: NOW - DAY, expiration: NOW + DAY },
      /until November 26, 2026/,
    ],
    ['for ever, like the old one', {}, /never expires/],
  ])('makes one that lives %s', async (_what, key, text) => {
    open(key);
    await grace();
    expect(dialog()).toHaveTextContent(text);
  });

  it('that Kibana uses itself is warned of', async () => {
    open({ metadata: { managed: true } });
    expect(await screen.findByTestId('apiKeyRotateManaged')).toHaveTextContent(
      /background task uses this key/,
    );
  });

  it('is done once by a double click', async () => {
    const { rotations, onRotated } = open();
    await userEvent.dblClick(await screen.findByTestId('apiKeyRotateSubmit'));
    await waitFor(() => expect(onRotated).toHaveBeenCalled());
    expect(rotations()).toHaveLength(1);
  });

  it('cannot be left half way, as the secret would be lost', async () => {
    const { onClose } = open({}, { [ROTATE]: () => new Promise(() => undefined) });
    await submit();
    expect(screen.getByTestId('apiKeyCancel')).toBeDisabled();
    await userEvent.click(screen.getByTestId('euiFlyoutCloseButton'));
    expect(onClose).not.toHaveBeenCalled();
    expect(window.dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
  });
});

describe('a rotation that fails', () => {
  it.each([
    [400, 'API key [old] has expired'],
    [403, 'action is unauthorized'],
    [404, 'No API key of yours has the id [old]'],
    [409, 'API key [old] has been rotated already: [new] replaces it'],
  ])('for a reason (%i) tells it, and can be tried again', async (status, message) => {
    const { onRotated, rotations } = open({}, refused(status, message));
    await submit();
    const failure = await screen.findByTestId('apiKeyFormErrors');
    expect(failure).toHaveTextContent(message);
    expect(failure).not.toHaveTextContent(/may be a new key/);
    expect(failure).toHaveFocus();
    await submit();
    await waitFor(() => expect(rotations()).toHaveLength(2));
    expect(onRotated).not.toHaveBeenCalled();
  });

  it('without an answer says that there may be a new key, and where to look', async () => {
    open({}, refused(503, 'Elasticsearch did not answer in time'));
    await submit();
    const failure = await screen.findByTestId('apiKeyFormErrors');
    expect(failure).toHaveTextContent(/did not answer in time.*may be a new key all the same/);
    const link = screen.getByRole('link', { name: /Look for it in the list/ });
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('href', '/?search=metadata.rotated_from:old');
  });

  it('to begin with, as the key is not there, says so', async () => {
    open(
      {},
      {
        'GET /keys/{id}': () => {
          throw httpFailure(404, 'no such key');
        },
      },
    );
    await screen.findByText('There is no such key');
    expect(screen.queryByTestId('apiKeyRotateSubmit')).toBeNull();
  });
});
