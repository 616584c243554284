import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { CreatedKey } from '../../common/http_api/create_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { CreateKeyFlyout } from './create_key_flyout.tsx';

const NOW = Date.UTC(2026, 10, 24, 12);
const CREATED: CreatedKey = { id: 'id', name: 'k', api_key: 'key', encoded: 'aWQ6a2V5' };

function open(server: FakeServer = { 'POST /keys': () => CREATED }) {
  const onCreated = jest.fn();
  const onClose = jest.fn();
  const page = renderPage(<CreateKeyFlyout onCreated={onCreated} onClose={onClose} />, server, {
    now: () => NOW,
  });
  return { ...page, onCreated, onClose, bodies: () => page.requests.map(({ body }) => body) };
}

const field = (name: string) => screen.getByTestId(name);
const type = (name: string, text: string) => userEvent.type(field(name), text);
const click = (name: string) => userEvent.click(field(name));

describe('creating a key', () => {
  it('takes a name and Enter', async () => {
    const { onCreated, bodies } = open();
    await type('apiKeyNameInput', 'Daily export{Enter}');
    await waitFor(() => expect(onCreated).toHaveBeenCalledWith(CREATED));
    expect(bodies()).toEqual([{ name: 'Daily export', expiration: '90d' }]);
  });

  it('makes one key of a double click', async () => {
    const { onCreated, bodies } = open();
    await type('apiKeyNameInput', 'k');
    await userEvent.dblClick(field('apiKeySubmit'));
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(bodies()).toHaveLength(1);
  });

  it('makes one key of two submits in one moment', async () => {
    const { onCreated, bodies } = open();
    await type('apiKeyNameInput', 'k');
    const form = field('apiKeyNameInput').closest('form');
    if (form !== null) {
      fireEvent.submit(form);
      fireEvent.submit(form);
    }
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(bodies()).toHaveLength(1);
  });

  it('shows when the key will stop working', async () => {
    open();
    const select = field('apiKeyExpirationSelect');
    expect(select).toHaveDisplayValue('In 90 days');
    screen.getByText(/February 22, 2027/);
    await userEvent.selectOptions(select, 'Custom…');
    await type('apiKeyExpirationValue', '2');
    await userEvent.selectOptions(field('apiKeyExpirationUnit'), 'hours');
    screen.getByText(/November 24, 2026/);
    await userEvent.selectOptions(select, 'Never');
    screen.getByText(/until someone deletes it/);
  });

  it('takes a lifetime of one’s own', async () => {
    const { bodies } = open();
    await type('apiKeyNameInput', 'k');
    await userEvent.selectOptions(field('apiKeyExpirationSelect'), 'custom');
    await type('apiKeyExpirationValue', '30');
    await userEvent.selectOptions(field('apiKeyExpirationUnit'), 'm');
    await click('apiKeySubmit');
    await waitFor(() => expect(bodies()).toEqual([{ name: 'k', expiration: '30m' }]));
  });

  it('takes a date', async () => {
    const { bodies } = open();
    await type('apiKeyNameInput', 'k');
    await userEvent.selectOptions(field('apiKeyExpirationSelect'), 'On a date…');
    fireEvent.change(field('apiKeyExpirationDate'), { target: { value: '2026-12-24T12:30' } });
    screen.getByText(/December 24, 2026/);
    await click('apiKeySubmit');
    const seconds = (new Date('2026-12-24T12:30').getTime() - NOW) / 1000;
    await waitFor(() => expect(bodies()).toEqual([{ name: 'k', expiration: `${seconds}s` }]));
  });
});

describe('the Elasticsearch request', () => {
  const show = () => {
    const details = field('apiKeyRequest') as HTMLDetailsElement;
    details.open = true;
    fireEvent(details, new Event('toggle'));
  };

  it('is folded at first', () => {
    open();
    expect(field('apiKeyRequest')).toHaveTextContent(/^Show the Elasticsearch request$/);
  });

  it('follows the form, once there is one', async () => {
    open();
    show();
    expect(field('apiKeyRequest')).toHaveTextContent(/missing or wrong/);
    await type('apiKeyNameInput', 'k');
    expect(field('apiKeyRequest').querySelector('pre')?.textContent).toBe(
      'POST /_security/api_key\n{\n  "name": "k",\n  "expiration": "90d"\n}',
    );
  });

  it('can be copied', async () => {
    const user = userEvent.setup();
    open();
    show();
    await type('apiKeyNameInput', 'k');
    await user.click(field('apiKeyRequestCopy'));
    expect(await navigator.clipboard.readText()).toMatch(/^POST .*"name": "k"/s);
  });
});

describe('a mistake', () => {
  it('is told at its field, which gets the focus, and nothing is sent', async () => {
    const { bodies } = open();
    await click('apiKeySubmit');
    const name = field('apiKeyNameInput');
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(/Enter a name/);
    expect(name).toHaveFocus();
    expect(bodies()).toEqual([]);
  });

  it('goes away as it is corrected', async () => {
    open();
    await click('apiKeySubmit');
    await type('apiKeyNameInput', 'k');
    expect(field('apiKeyNameInput')).toBeValid();
  });

  it('that only the server sees is told at its field too', async () => {
    open({
      'POST /keys': () => {
        throw httpFailure(400, 'api key name may not begin with an underscore');
      },
    });
    await type('apiKeyNameInput', 'k{Enter}');
    await waitFor(() =>
      expect(field('apiKeyNameInput')).toHaveAccessibleDescription(/may not begin with/),
    );
    expect(screen.queryByTestId('apiKeyFormErrors')).toBeNull();
  });
});

describe('a failure', () => {
  const failing = (status: number, attributes?: object) => ({
    'POST /keys': () => {
      throw httpFailure(status, 'that went wrong', {}, attributes);
    },
  });

  it('keeps what was typed, and can be tried again', async () => {
    const { bodies, onCreated } = open(failing(403));
    await type('apiKeyNameInput', 'k{Enter}');
    const errors = await screen.findByTestId('apiKeyFormErrors');
    expect(errors).toHaveTextContent(/that went wrong/);
    expect(errors).not.toHaveTextContent(/may have been created/);
    expect(errors).toHaveFocus();
    expect(field('apiKeyNameInput')).toHaveValue('k');
    await click('apiKeySubmit');
    await waitFor(() => expect(bodies()).toHaveLength(2));
    expect(onCreated).not.toHaveBeenCalled();
  });

  it('without an answer says that the key may have been made', async () => {
    open(failing(503));
    await type('apiKeyNameInput', 'k{Enter}');
    expect(await screen.findByTestId('apiKeyFormErrors')).toHaveTextContent(
      /may have been created all the same\. Look for it in the list/,
    );
    const list = screen.getByRole('link', { name: /Look for it in the list/ });
    expect(list).toHaveAttribute('href', '/?search=%22k%22');
    expect(list).toHaveAttribute('target', '_blank');
  });

  it('says nothing of that where the server knows better', async () => {
    open(failing(503, { outcome: 'failure' }));
    await type('apiKeyNameInput', 'k{Enter}');
    const errors = await screen.findByTestId('apiKeyFormErrors');
    expect(errors).toHaveTextContent(/that went wrong/);
    expect(errors).not.toHaveTextContent(/may have been created/);
  });
});

describe('leaving', () => {
  const asks = () => screen.queryByText('Discard your changes?') !== null;
  const leaves = () => {
    const event = new Event('beforeunload', { cancelable: true });
    return window.dispatchEvent(event);
  };

  it.each([
    ['Cancel', () => click('apiKeyCancel')],
    ['the cross', () => click('euiFlyoutCloseButton')],
  ])('by %s asks nothing of an untouched form, and then asks', async (_way, leave) => {
    const { onClose } = open();
    expect(leaves()).toBe(true);
    await leave();
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(asks()).toBe(false);

    await type('apiKeyNameInput', 'k');
    expect(leaves()).toBe(false);
    await leave();
    expect(asks()).toBe(true);
    await click('confirmModalCancelButton');
    expect(asks()).toBe(false);
    expect(field('apiKeyNameInput')).toHaveValue('k');
    await leave();
    await click('confirmModalConfirmButton');
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('by the browser’s Back asks once there is something to lose', async () => {
    const { history, onClose } = open();
    history.push('?create=true');
    await type('apiKeyNameInput', 'k');
    act(() => history.goBack());
    expect(asks()).toBe(true);
    expect(history.location.search).toBe('?create=true');
    await click('confirmModalConfirmButton');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('is not possible while the key is being made, as its secret would be lost', async () => {
    const { onClose } = open({ 'POST /keys': () => new Promise(() => undefined) });
    await type('apiKeyNameInput', 'k{Enter}');
    expect(field('apiKeyCancel')).toBeDisabled();
    await click('euiFlyoutCloseButton');
    expect(onClose).not.toHaveBeenCalled();
    expect(asks()).toBe(false);
  });
});
