import { describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React, { useState } from 'react';
import { anApiKey } from '../../../test/helpers/an_api_key.ts';
import { countKeys } from '../../../test/helpers/match_keys.ts';
import { type FakeServer, httpFailure, renderPage } from '../../../test/helpers/render_page.tsx';
import { INITIAL_STATE, type PageState } from '../../page_url/page_url.ts';
import { FilterBar } from './filter_bar.tsx';

const NOW = Date.now();
const counts = countKeys(
  [
    anApiKey({ id: 'a', username: 'alice' }),
    anApiKey({ id: 'b', username: 'alice', expiration: NOW - 1000 }),
    anApiKey({ id: 'c', username: 'bob', metadata: { managed: true } }),
  ],
  {},
);

interface Given {
  readonly state?: Partial<PageState>;
  readonly server?: FakeServer;
  readonly showOwners?: boolean;
}

/** A page on which every change is applied. */
function showBar({ state: given = {}, server = {}, showOwners = true }: Given = {}) {
  const changes: PageState[] = [];
  const Page = () => {
    const [state, setState] = useState({ ...INITIAL_STATE, ...given });
    const change = (changed: PageState) => {
      changes.push(changed);
      setState(changed);
    };
    return (
      <FilterBar
        state={state}
        counts={counts}
        showOwners={showOwners}
        onChange={change}
        onRemove={change}
      />
    );
  };
  return { ...renderPage(<Page />, server), changes, user: userEvent.setup() };
}

const options = async () =>
  within(await screen.findByRole('listbox'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

describe('the filters', () => {
  it('offer every kind and status with the number of keys that have it', async () => {
    const { user } = showBar();
    await user.click(screen.getByTestId('apiKeysFilterKind'));
    expect(await options()).toEqual(['Personal 2', 'Managed 1', 'Cross-cluster 0']);
    await user.click(screen.getByTestId('apiKeysFilterKind'));
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await user.click(screen.getByTestId('apiKeysFilterStatus'));
    expect(await options()).toEqual(['Active 2', 'Expiring soon 0', 'Expired 1']);
  });

  it('are chosen and taken back with the pointer, as many as wanted', async () => {
    const { user, changes } = showBar();
    await user.click(screen.getByTestId('apiKeysFilterKind'));
    await user.click(await screen.findByTestId('apiKeysFilterKind-managed'));
    await user.click(screen.getByTestId('apiKeysFilterKind-personal'));
    expect(screen.getByTestId('apiKeysFilterKind-managed')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await user.click(screen.getByTestId('apiKeysFilterKind-managed'));
    expect(changes.map(({ kinds }) => kinds)).toEqual([
      ['managed'],
      ['managed', 'personal'],
      ['personal'],
    ]);
  });

  // How the focus comes here and goes back is for a real browser to show.
  it('are chosen by the keyboard', async () => {
    const { user, changes } = showBar();
    await user.click(screen.getByTestId('apiKeysFilterStatus'));
    (await screen.findByRole('listbox')).focus();
    await user.keyboard(' {ArrowUp}{Enter}');
    expect(changes.at(-1)?.statuses).toEqual(['active', 'expired']);
  });

  it('say on their buttons how many are chosen', () => {
    showBar({ state: { kinds: ['managed', 'personal'] } });
    expect(screen.getByTestId('apiKeysFilterKind')).toHaveTextContent('Kind2');
    expect(screen.getByTestId('apiKeysFilterStatus')).toHaveTextContent(/^Status$/);
  });

  it('have none for owners where only one owner’s keys are shown', () => {
    showBar({ showOwners: false });
    expect(screen.queryByTestId('apiKeysFilterOwner')).toBeNull();
  });

  it('are cleared together, without the search', async () => {
    const { user, changes } = showBar({
      state: { search: 'x', kinds: ['managed'], owners: ['bob'], expires: { never: true } },
    });
    await user.click(screen.getByTestId('apiKeysClearFilters'));
    expect(changes).toEqual([{ ...INITIAL_STATE, search: 'x' }]);
    expect(screen.queryByTestId('apiKeysClearFilters')).toBeNull();
  });
});

describe('a filter for times', () => {
  const [from, to] = [new Date(2026, 11, 1).getTime(), new Date(2026, 11, 8).getTime()];

  it.each<[Partial<PageState>, string]>([
    [{ expires: { from, to } }, 'Expires Dec 1 – 7, 2026'],
    [{ expires: { from } }, 'Expires from Dec 1, 2026'],
    [{ expires: { to } }, 'Expires before Dec 8, 2026'],
    [{ expires: { never: true } }, 'Never expires'],
    [{ created: { from, to } }, 'Created Dec 1 – 7, 2026'],
  ])('%j is shown as %s, and can be removed', async (state, text) => {
    const { user, changes } = showBar({ state });
    // Intl writes thin spaces around the dash.
    const badge = screen.getByText((shown) => shown.replaceAll(/\s/g, ' ') === text);
    expect(badge).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Remove the filter/ }));
    expect(changes).toEqual([INITIAL_STATE]);
  });
});

describe('the filter for owners', () => {
  const open = async (given: Given = {}) => {
    const page = showBar(given);
    await page.user.click(screen.getByTestId('apiKeysFilterOwner'));
    await screen.findByRole('listbox');
    screen.getByRole('combobox').focus();
    return page;
  };
  const found = (...usernames: string[]): FakeServer => ({
    'POST /_find_owners': () => ({
      owners: usernames.map((username) => ({ username, count: 1234 })),
    }),
  });

  it('offers those with the most keys, and asks the server nothing for it', async () => {
    const { user, changes, requests } = await open();
    expect(await options()).toEqual(['alice 2', 'bob 1']);
    await user.click(screen.getByTestId('apiKeysFilterOwner-bob'));
    await user.click(screen.getByTestId('apiKeysFilterOwner-alice'));
    expect(changes.map(({ owners }) => owners)).toEqual([['bob'], ['bob', 'alice']]);
    expect(requests).toEqual([]);
  });

  it('finds others by a part of their names, among the keys that match', async () => {
    const { user, changes, requests } = await open({
      state: { kinds: ['managed'], search: 'books owner:zoe', owners: ['bob'] },
      server: found('zoe', 'zola'),
    });
    await user.paste('zo');
    await screen.findByTestId('apiKeysFilterOwner-zoe');
    expect(requests.map(({ body }) => body)).toEqual([
      { username: 'zo', filter: { kinds: ['managed'], search: 'books', owners: ['zoe'] } },
    ]);
    expect(await options()).toEqual(['bob ', 'zoe 1,234', 'zola 1,234']);
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(changes.at(-1)?.owners).toEqual(['bob', 'zola']);
  });

  it('keeps the chosen in sight, wherever they come in the list', async () => {
    await open({ state: { owners: ['nobody', 'bob'] } });
    expect(await options()).toEqual(['nobody ', 'alice 2', 'bob 1']);
    const chosen = screen.getAllByRole('option', { selected: true });
    expect(chosen.map(({ textContent }) => textContent)).toEqual(['nobody ', 'bob 1']);
  });

  it('says so where there is none', async () => {
    const { user } = await open({ server: found() });
    await user.keyboard('xyz');
    expect(await screen.findByText(/No keys that match have such an owner/)).toBeVisible();
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('says why where the server could not tell', async () => {
    const { user } = await open({
      server: {
        'POST /_find_owners': () => {
          throw httpFailure(503, 'Elasticsearch did not answer in time');
        },
      },
    });
    await user.keyboard('xyz');
    expect(await screen.findByText('Elasticsearch did not answer in time')).toBeVisible();
  });
});
