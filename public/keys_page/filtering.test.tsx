import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer } from '../../test/helpers/keys_server.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { KeysPage } from './keys_page.tsx';

const personal = anApiKey({ id: 'personal', username: 'alice' });
const managed = anApiKey({ id: 'managed', username: 'bob', metadata: { managed: true } });
const expired = anApiKey({ id: 'expired', username: 'bob', expiration: Date.UTC(2020, 0, 1) });

function show(
  url: string,
  keys: readonly ApiKey[] = [personal, managed, expired],
  capabilities: Partial<Capabilities> = {},
) {
  const history = createMemoryHistory({ initialEntries: [url] });
  const page = renderPage(<KeysPage />, keysServer(keys, capabilities), { history });
  return { ...page, history, user: userEvent.setup() };
}

const total = (count: number) =>
  waitFor(() => expect(screen.getByTestId('apiKeysTotal')).toHaveTextContent(String(count)));

describe('filtering the list', () => {
  it.each([
    ['/?kind=managed', 'managed'],
    ['/?status=expired', 'expired'],
    ['/?owner=alice', 'personal'],
    ['/?search=kind:managed', 'managed'],
    ['/?owner=bob&search=-kind:managed', 'expired'],
    ['/?created=2026-01-01..&kind=personal&owner=alice', 'personal'],
  ])('%s shows the one key that matches', async (url, id) => {
    show(url);
    expect(await screen.findByTestId(`apiKeyRow-${id}`)).toBeVisible();
    await total(1);
  });

  it('is a step in the browser’s history with each choice', async () => {
    const { user, history } = show('/?size=50&after=0');
    await total(3);
    await user.click(screen.getByTestId('apiKeysFilterOwner'));
    await user.click(await screen.findByTestId('apiKeysFilterOwner-bob'));
    expect(history.location.search).toBe('?owner=bob&size=50');
    await total(2);
    await user.click(screen.getByTestId('apiKeysFilterOwner-alice'));
    expect(history.location.search).toBe('?owner=bob&owner=alice&size=50');
    await total(3);
    act(() => history.goBack());
    await total(2);
    act(() => history.goBack());
    await total(3);
    expect(history.location.search).toBe('?size=50&after=0');
  });

  it('counts each filter’s choices under the others', async () => {
    const { user } = show('/?owner=bob');
    await total(2);
    await user.click(screen.getByTestId('apiKeysFilterKind'));
    expect(await screen.findByTestId('apiKeysFilterKind-personal')).toHaveTextContent('Personal 1');
    await user.click(screen.getByTestId('apiKeysFilterOwner'));
    expect(await screen.findByTestId('apiKeysFilterOwner-alice')).toHaveTextContent('alice 1');
  });

  it('says that nothing matches rather than that there are no keys, and can be reset', async () => {
    const { user, history } = show('/?kind=cross_cluster&search=x&size=50');
    expect(await screen.findByTestId('apiKeysNoMatch')).toBeVisible();
    await total(0);
    await user.click(screen.getByRole('button', { name: 'Reset search and filters' }));
    await total(3);
    expect(history.location.search).toBe('?size=50');
    expect(document.activeElement).toBe(screen.getByTestId('apiKeysSearch'));
  });

  it.each([
    ['/?kind=managed&search=kind:personal', 'contradict each other'],
    ['/?search=user:carol', '“user:carol” was looked for as text'],
    ['/?search=carol', 'a part of a name or an owner'],
  ])('%s says why nothing matches', async (url, reason) => {
    show(url);
    expect(await screen.findByTestId('apiKeysNoMatch')).toHaveTextContent(reason);
  });

  it('by owners is for those who see the keys of others', async () => {
    show('/', [personal], { can_manage_all: false, can_read_all: false });
    expect(await screen.findByTestId('apiKeysFilterKind')).toBeVisible();
    expect(screen.queryByTestId('apiKeysFilterOwner')).toBeNull();
  });

  it('leaves the focus in the search when the filters are cleared', async () => {
    const { user } = show('/?kind=managed');
    await total(1);
    await user.click(screen.getByTestId('apiKeysClearFilters'));
    await total(3);
    expect(document.activeElement).toBe(screen.getByTestId('apiKeysSearch'));
  });
});
