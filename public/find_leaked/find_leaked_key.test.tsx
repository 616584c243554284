import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { SUPERUSER } from '../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { FindLeakedKey } from './find_leaked_key.tsx';

const SECRET = 'ui2lp2axTNmsyakw9tvNnw';
const ENCODED = btoa(`leaked-id:${SECRET}`);
const HEADER = `Authorization: ApiKey ${ENCODED}`;
const LEAKED = anApiKey({
  id: 'leaked-id',
  name: 'Daily export',
  username: 'maria',
  role_descriptors: { exporter: {} },
});

const withKey = (key: ApiKey = LEAKED): FakeServer => ({ 'GET /keys/{id}': () => ({ key }) });
const refusing = (status: number, message: string): FakeServer => ({
  'GET /keys/{id}': () => {
    throw httpFailure(status, message);
  },
});

function open(server: FakeServer = withKey(), capabilities: Partial<Capabilities> = {}) {
  const onDelete = jest.fn();
  const Opener = () => {
    const [isOpen, setOpen] = useState(true);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        {isOpen && (
          <FindLeakedKey
            capabilities={{ ...SUPERUSER, ...capabilities }}
            onDelete={onDelete}
            onClose={() => setOpen(false)}
          />
        )}
      </>
    );
  };
  return { ...renderPage(<Opener />, server), onDelete, user: userEvent.setup() };
}

const input = () => screen.getByTestId('apiKeysFindLeakedInput');
const result = () => screen.findByTestId('apiKeysFindLeakedResult');
const paste = async (text: string) => {
  await userEvent.click(input());
  await userEvent.paste(text);
};

describe('a pasted key', () => {
  it('is found, whatever it is pasted in', async () => {
    open();
    await paste(HEADER);
    await screen.findByText(/Whoever has it can use it/);
    for (const text of ['Daily export', 'Personal', /maria.*reserved/, 'Active', 'exporter'])
      expect(await result()).toHaveTextContent(text);
    expect(screen.getByText(/Whoever has it can use it/).closest('[role="status"]')).toBeVisible();
  });

  it('is sent nowhere but for its id', async () => {
    const { requests } = open();
    await paste(HEADER);
    await screen.findByTestId('apiKeysFindLeakedDelete');
    expect(requests).toEqual([
      { route: 'GET /keys/{id}', path: '/keys/leaked-id', body: undefined },
    ]);
  });

  it('can be deleted on the spot', async () => {
    const { user, onDelete } = open();
    await paste(ENCODED);
    await user.click(await screen.findByTestId('apiKeysFindLeakedDelete'));
    expect(onDelete).toHaveBeenCalledWith(LEAKED);
  });

  it.each([
    ['another user’s', { can_manage_all: false }, /only its owner can/],
    ['any', { can_manage_all: false, can_manage_own: false }, /needs the cluster privilege/],
  ])(
    'of a user who may not delete %s key is only shown, with the reason',
    async (_whose, capabilities, reason) => {
      open(withKey(), capabilities);
      await paste(ENCODED);
      await screen.findByText(reason);
      expect(screen.queryByTestId('apiKeysFindLeakedDelete')).toBeNull();
    },
  );

  it('that has expired is said not to work any more', async () => {
    open(withKey({ ...LEAKED, expiration: 1 }));
    await paste(ENCODED);
    await screen.findByText(/has expired and no longer works/);
    expect(screen.getByTestId('apiKeysFindLeakedDelete')).toBeVisible();
  });

  it('that is not there is said to be gone, or not the user’s to see', async () => {
    open(refusing(404, 'nothing here'));
    await paste(ENCODED);
    expect(await screen.findByText(/There is no key with the id/)).toHaveTextContent(
      /leaked-id that you can see: it was deleted already, or it is another cluster’s or another owner’s/,
    );
  });

  it('that could not be looked up can be looked up again', async () => {
    let isAway = true;
    const { user } = open({
      'GET /keys/{id}': () => {
        if (isAway) throw httpFailure(503, 'Elasticsearch is away');
        return { key: LEAKED };
      },
    });
    await paste(ENCODED);
    expect(await screen.findByText(/could not be looked up: Elasticsearch is away/)).toBeVisible();
    isAway = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByTestId('apiKeysFindLeakedDelete');
  });

  it('makes room for the next', async () => {
    open({
      'GET /keys/{id}': ({ path }) => ({ key: { ...LEAKED, name: `name of ${path}` } }),
    });
    await paste(ENCODED);
    await screen.findByText(/This is the key/);
    await userEvent.clear(input());
    expect(screen.queryByTestId('apiKeysFindLeakedResult')).toBeNull();
    await paste(`other-id:${SECRET}`);
    await waitFor(async () => expect(await result()).toHaveTextContent('name of /keys/other-id'));
  });
});

it('any other text is refused with the forms that are understood, and is not repeated', async () => {
  const { requests } = open();
  await paste('Basic my-password');
  expect(screen.getByRole('alert')).toBe(await result());
  expect(await result()).toHaveTextContent(/Authorization: ApiKey ….*id:api_key.*JSON/);
  expect(await result()).not.toHaveTextContent('my-password');
  expect(requests).toEqual([]);
});

describe('the dialog', () => {
  it('takes the text with it when it is closed', async () => {
    const { user } = open();
    await paste(HEADER);
    await screen.findByTestId('apiKeysFindLeakedDelete');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.documentElement.innerHTML).not.toContain(ENCODED);
    await user.click(screen.getByText('Open'));
    expect(input()).toHaveValue('');
    expect(screen.queryByTestId('apiKeysFindLeakedResult')).toBeNull();
  });

  it('keeps the browser from remembering and checking the text', () => {
    open();
    expect(input()).toHaveAttribute('autocomplete', 'off');
    expect(input()).toHaveAttribute('spellcheck', 'false');
    expect(screen.getByRole('dialog', { name: 'Find a leaked key' })).toBeVisible();
    expect(input()).toHaveAccessibleName('Leaked key');
    expect(input()).toHaveAccessibleDescription(/Only its id is sent/);
  });
});
