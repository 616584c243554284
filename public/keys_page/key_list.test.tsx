import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';

import { createMemoryHistory } from 'history';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer } from '../../test/helpers/keys_server.ts';
import { httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { many, row, rowGone, showList } from '../../test/helpers/show_list.tsx';
import { KeysPage } from './keys_page.tsx';

afterEach(() => {
  jest.useRealTimers();
});

describe('the list', () => {
  it('shows of each key what tells it apart', async () => {
    await showList([
      anApiKey({ id: 'a', name: 'books', username: 'maria', role_descriptors: { reader: {} } }),
      anApiKey({ id: 'b', name: null, metadata: { managed: true } }),
      anApiKey({ id: 'c', expiration: Date.UTC(2020, 0, 1), type: 'cross_cluster' }),
    ]);
    expect(screen.getByTestId('apiKeysTotal')).toHaveTextContent(/^3$/);
    expect(screen.getByTestId('apiKeyName-a')).toHaveTextContent(/^books$/);
    expect(screen.getByTestId('apiKeyKind-a')).toHaveTextContent(/^Personal$/);
    expect(screen.getByTestId('apiKeyStatus-a')).toHaveTextContent(/^Active$/);
    expect(screen.getByTestId('apiKeyPrivileges-a')).toHaveTextContent(/^reader$/);
    expect(await row('a')).toHaveTextContent('maria');
    expect(screen.getByTestId('apiKeyName-b')).toHaveTextContent(/^b$/);
    expect(screen.getByTestId('apiKeyKind-b')).toHaveTextContent(/^Managed$/);
    expect(screen.getByTestId('apiKeyPrivileges-b')).toHaveTextContent(/^Same as owner$/);
    expect(screen.getByTestId('apiKeyKind-c')).toHaveTextContent(/^Cross-cluster$/);
    expect(screen.getByTestId('apiKeyStatus-c')).toHaveTextContent(/^Expired$/);
    expect(await screen.findByRole('table', { name: /API keys/ })).toBeVisible();
  });

  it('takes a name for text, whatever it is', async () => {
    await showList([anApiKey({ id: 'x', name: '<img src=x onerror=alert(1)> مفتاح' })]);
    const name = screen.getByTestId('apiKeyName-x');
    expect(name).toHaveTextContent('<img src=x onerror=alert(1)> مفتاح');
    expect(name.querySelector('bdi')).not.toBeNull();
    expect(name.querySelector('img')).toBeNull();
  });

  it('turns a key Expired at its moment, without asking the server', async () => {
    jest.useFakeTimers();
    const { requests } = await showList([anApiKey({ id: 'k', expiration: Date.now() + 100_000 })]);
    const asked = requests.length;
    expect(screen.getByTestId('apiKeyStatus-k')).toHaveTextContent(/^Expires in 2 minutes$/);
    await act(() => jest.advanceTimersByTimeAsync(100_000));
    expect(screen.getByTestId('apiKeyStatus-k')).toHaveTextContent(/^Expired$/);
    expect(requests).toHaveLength(asked);
  });

  it('searches on Enter and when the field is emptied, not before', async () => {
    const { user, requests, history, lastQuery } = await showList(many(12));
    const asked = requests.length;
    const field = screen.getByTestId('apiKeysSearch');
    await user.type(field, ' key 1.');
    expect(requests).toHaveLength(asked);
    await user.keyboard('{Enter}');
    await rowGone('k0');
    expect(lastQuery()).toMatchObject({ search: 'key 1.' });
    expect(history.location.search).toBe('?search=key+1.');
    expect(screen.getByTestId('apiKeysTotal')).toHaveTextContent(/^1$/);
    await user.clear(field);
    expect(await row('k0')).toBeVisible();
    expect(history.location.search).toBe('');
  });

  it('goes back to the search before', async () => {
    const { user, history } = await showList(many(2));
    const field = screen.getByTestId('apiKeysSearch');
    await user.type(field, 'key 1.{Enter}');
    await rowGone('k0');
    act(() => history.goBack());
    expect(await row('k0')).toBeVisible();
    expect(field).toHaveValue('');
    act(() => history.goForward());
    await rowGone('k0');
    expect(field).toHaveValue('key 1.');
  });

  it('turns pages by cursor, both ways, and ends on a full last page', async () => {
    const { user, history, lastQuery } = await showList(many(50));
    expect(screen.getByTestId('apiKeysPreviousPage')).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByTestId('apiKeysNextPage'));
    expect(await row('k25')).toBeVisible();
    expect(lastQuery()).toMatchObject({ cursor: '25', size: 25 });
    expect(screen.getByTestId('apiKeysNextPage')).toHaveAttribute('aria-disabled', 'true');
    expect(history.length).toBe(2);
    await user.click(screen.getByTestId('apiKeysPreviousPage'));
    expect(await row('k0')).toBeVisible();
    expect(lastQuery()).not.toHaveProperty('cursor');
    expect(screen.getByTestId('apiKeysTotal')).toHaveTextContent(/^50$/);
  });

  it('shows as many rows as chosen, from the first page on', async () => {
    const { user, lastQuery } = await showList(many(60), { url: '/?after=25' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Rows per page' }), '50');
    expect(await row('k49')).toBeVisible();
    expect(lastQuery()).toMatchObject({ size: 50 });
    expect(lastQuery()).not.toHaveProperty('cursor');
  });

  it.each([
    ['Name', 'name'],
    ['Owner', 'username'],
    ['Created', 'creation'],
    ['Status', 'expiration'],
  ])('sorts by %s', async (heading, field) => {
    const { user, history, lastQuery } = await showList(many(1));
    const header = () => screen.getByRole('columnheader', { name: new RegExp(`^${heading}`) });
    await user.click(within(header()).getByRole('button'));
    await waitFor(() => expect(lastQuery()).toMatchObject({ sort: { field, direction: 'asc' } }));
    expect(header()).toHaveAttribute('aria-sort', 'ascending');
    await user.click(within(header()).getByRole('button'));
    await waitFor(() => expect(lastQuery()).toMatchObject({ sort: { field, direction: 'desc' } }));
    expect(header()).toHaveAttribute('aria-sort', 'descending');
    expect(history.length).toBe(3);
  });

  it('shows the view that its address names', async () => {
    const { lastQuery } = await showList(many(100), {
      url: '/?search=key&sort=name%3Aasc&size=50&after=50',
    });
    expect(await row('k50')).toBeVisible();
    expect(lastQuery()).toEqual({
      search: 'key',
      sort: { field: 'name', direction: 'asc' },
      size: 50,
      cursor: '50',
    });
    expect(screen.getByTestId('apiKeysSearch')).toHaveValue('key');
  });

  it('starts from the first page when a damaged link leads nowhere', async () => {
    const server = keysServer(many(1));
    const history = createMemoryHistory({ initialEntries: ['/?after=damaged'] });
    renderPage(
      <KeysPage />,
      {
        ...server,
        'POST /_query': (request) => {
          if (JSON.stringify(request.body).includes('damaged'))
            throw httpFailure(400, '[request body.cursor]: not a cursor');
          return server['POST /_query']?.(request);
        },
      },
      { history },
    );
    await userEvent.click(await screen.findByTestId('apiKeysRetry'));
    expect(await row('k0')).toBeVisible();
    expect(screen.getByTestId('apiKeysSearch')).toHaveFocus();
  });

  it('opens a key by its name, as a step that Back undoes', async () => {
    const { user, history } = await showList(many(2));
    const name = screen.getByTestId('apiKeyName-k1');
    expect(name).toHaveAttribute('href', '/?key=k1');
    await user.click(name);
    expect(await screen.findByTestId('apiKeyFlyout')).toBeVisible();
    expect(history.location.search).toBe('?key=k1');
    act(() => history.goBack());
    await waitFor(() => expect(screen.queryByTestId('apiKeyFlyout')).toBeNull());
  });
});
