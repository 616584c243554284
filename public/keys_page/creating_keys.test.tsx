import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer } from '../../test/helpers/keys_server.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { KeysPage } from './keys_page.tsx';

const someKeys = [anApiKey({ id: 'k1', name: 'books' })];

function show(keys = someKeys, url = '/') {
  const history = createMemoryHistory({ initialEntries: [url] });
  const page = renderPage(<KeysPage />, keysServer(keys), { history });
  const user = userEvent.setup();
  const create = async (name: string) => {
    await user.click(await screen.findByTestId('apiKeysCreateButton'));
    await user.type(await screen.findByTestId('apiKeyNameInput'), name);
    await user.click(screen.getByTestId('apiKeySubmit'));
    await screen.findByTestId(`apiKeyNew-id of ${name}`);
  };
  return { ...page, history, user, create };
}

describe('creating a key from the page', () => {
  it('shows its secret above the list and marks its row', async () => {
    const { create } = show();
    await create('fresh');
    const panel = screen.getByTestId('apiKeyCreated');
    const row = screen.getByTestId('apiKeyRow-id of fresh');
    expect(panel).toHaveTextContent('fresh');
    expect(panel.compareDocumentPosition(row)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByTestId('apiKeyFlyout')).toBeNull();
    expect(screen.queryByTestId('apiKeyNew-k1')).toBeNull();
  });

  it('works from the empty prompt', async () => {
    const { create } = show([]);
    await screen.findByTestId('apiKeysEmptyPrompt');
    await create('first');
    expect(screen.queryByTestId('apiKeysEmptyPrompt')).toBeNull();
    expect(screen.getByTestId('apiKeysTotal')).toHaveTextContent(/^1$/);
  });

  it('shows a view that the new key is in, and leaves the former one to Back', async () => {
    const { create, history } = show(someKeys, '/?search=books&sort=name%3Aasc&size=50');
    await create('fresh');
    expect(history.location.search).toBe('?size=50');
    act(() => history.goBack());
    await waitFor(() => expect(screen.queryByTestId('apiKeyRow-id of fresh')).toBeNull());
    expect(history.location.search).toBe('?search=books&sort=name%3Aasc&size=50');
  });

  it('keeps the secret of one key when another is created', async () => {
    const { create } = show();
    await create('one');
    await create('two');
    const panels = screen.getAllByTestId('apiKeyCreated');
    expect(panels.map((panel) => /“(.*?)”/.exec(panel.textContent)?.[1])).toEqual(['two', 'one']);
  });

  it('keeps the mark and gives the focus on when the secret is put away', async () => {
    const { create, user } = show();
    await create('fresh');
    await user.click(screen.getByTestId('apiKeyCreatedDone'));
    await user.click(await screen.findByTestId('confirmModalConfirmButton'));
    await waitFor(() => expect(screen.queryByTestId('apiKeyCreated')).toBeNull());
    expect(screen.getByTestId('apiKeyNew-id of fresh')).toBeVisible();
    expect(screen.getByTestId('apiKeysCreateButton')).toHaveFocus();
  });
});
