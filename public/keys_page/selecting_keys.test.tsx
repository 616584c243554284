import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { userEvent } from '@testing-library/user-event';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { many, row, rowGone, showList } from '../../test/helpers/show_list.tsx';

const bulkDelete = () => screen.queryByTestId('apiKeysBulkDelete');
const confirmAndClose = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(await screen.findByTestId('confirmModalConfirmButton'));
  await user.click(await screen.findByTestId('apiKeysDeleteClose'));
};

describe('selecting in the list', () => {
  it('reaches with Shift from one row to the other', async () => {
    const { user } = await showList(many(6));
    await user.click(screen.getByTestId('checkboxSelectRow-k1'));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByTestId('checkboxSelectRow-k4'));
    await user.keyboard('{/Shift}');
    expect(bulkDelete()).toHaveTextContent('Delete 4 API keys');
    expect(screen.getByTestId('checkboxSelectRow-k2')).toBeChecked();
    expect(screen.getByTestId('checkboxSelectRow-k5')).not.toBeChecked();
  });

  it('passes over keys that the user may not delete', async () => {
    const { user } = await showList(
      ['elastic', 'maria', 'elastic'].map((username, i) => anApiKey({ id: `k${i}`, username })),
      { capabilities: { can_manage_all: false } },
    );
    await user.click(screen.getByTestId('checkboxSelectRow-k0'));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByTestId('checkboxSelectRow-k2'));
    await user.keyboard('{/Shift}');
    expect(bulkDelete()).toHaveTextContent('Delete 2 API keys');
  });

  it('takes all that match, and deletes them by the filter of the view', async () => {
    const keys = many(30).map((key, i) => ({ ...key, username: i < 28 ? 'maria' : 'li' }));
    const { user, requests } = await showList(keys, { url: '/?owner=maria' });
    await user.click(screen.getByTestId('apiKeysSelectAllMatching'));
    expect(screen.getByTestId('checkboxSelectRow-k0')).toBeChecked();
    await user.click(screen.getByTestId('apiKeysBulkDelete'));
    const dialog = await screen.findByTestId('apiKeysDeleteModal');
    expect(dialog).toHaveTextContent('Delete 28 API keys?');
    expect(dialog).toHaveTextContent('owner:maria');
    await user.click(screen.getByTestId('confirmModalConfirmButton'));
    await user.click(await screen.findByTestId('apiKeysDeleteClose'));
    expect(await screen.findByTestId('apiKeysNoMatch')).toBeVisible();
    const [deletion] = requests.filter(({ route }) => route === 'POST /_delete');
    expect(deletion?.body).toMatchObject({ filter: { owners: ['maria'] } });
  });

  it('is of the page again once one row is taken out of all that match', async () => {
    const { user } = await showList(many(30));
    await user.click(screen.getByTestId('apiKeysSelectAllMatching'));
    expect(bulkDelete()).toHaveTextContent('Delete 30 API keys');
    await user.click(screen.getByTestId('checkboxSelectRow-k3'));
    expect(bulkDelete()).toHaveTextContent('Delete 24 API keys');
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(bulkDelete()).toBeNull();
  });

  it('is no longer of all that match once others match than were asked for', async () => {
    const { user, server } = await showList(many(30));
    await user.click(screen.getByTestId('apiKeysSelectAllMatching'));
    server['POST /_delete']?.({ path: '/_delete', body: { ids: ['k1'] } });
    await user.click(screen.getByTestId('apiKeysRefresh'));
    await rowGone('k1');
    expect(bulkDelete()).toBeNull();
    expect(screen.getByTestId('apiKeysSelectAllMatching')).toHaveTextContent('29');
  });

  it.each([
    { who: 'who sees others’ keys but manages own ones', capabilities: { can_manage_all: false } },
    {
      who: 'who may only read',
      capabilities: { can_manage_all: false, can_manage_own: false },
    },
  ])('does not offer all that match to a user $who', async ({ capabilities }) => {
    await showList(many(30), { capabilities });
    expect(screen.queryByTestId('apiKeysSelectAllMatching')).toBeNull();
  });
});

describe('deleting from the list', () => {
  it('deletes one key and moves the focus to a place that is still there', async () => {
    const { user } = await showList(many(2));
    await user.click(screen.getByTestId('apiKeyDelete-k1'));
    await confirmAndClose(user);
    await rowGone('k1');
    expect(screen.getByTestId('apiKeyRow-k0')).toBeVisible();
    await waitFor(() => expect(screen.getByTestId('apiKeysCreateButton')).toHaveFocus());
  });

  it('gives the focus back to the row when nothing was deleted', async () => {
    const { user } = await showList(many(1));
    await user.click(screen.getByTestId('apiKeyDelete-k0'));
    await user.click(await screen.findByTestId('confirmModalCancelButton'));
    await waitFor(() => expect(screen.getByTestId('apiKeyDelete-k0')).toHaveFocus());
  });

  it('deletes a selection with one request and forgets it', async () => {
    const { user, requests } = await showList(many(30));
    await user.click(screen.getByTestId('checkboxSelectAll'));
    expect(screen.getByTestId('apiKeysBulkDelete')).toHaveTextContent('Delete 25 API keys');
    await user.click(screen.getByTestId('apiKeysBulkDelete'));
    await confirmAndClose(user);
    expect(await row('k25')).toBeVisible();
    expect(screen.queryByTestId('apiKeysBulkDelete')).toBeNull();
    const deletions = requests.filter(({ route }) => route === 'POST /_delete');
    expect(deletions.map(({ body }) => body)).toEqual([{ ids: many(25).map(({ id }) => id) }]);
  });

  it('acts on no selection that is out of sight, and finds it again on the way back', async () => {
    const { user } = await showList(many(30));
    await user.click(screen.getByTestId('checkboxSelectRow-k0'));
    await user.click(screen.getByTestId('apiKeysNextPage'));
    await row('k25');
    expect(screen.queryByTestId('apiKeysBulkDelete')).toBeNull();
    await user.click(screen.getByTestId('apiKeysPreviousPage'));
    await row('k0');
    expect(screen.getByTestId('apiKeysBulkDelete')).toHaveTextContent('Delete 1 API key');
  });

  it('offers to delete own keys only to a user who may manage no others', async () => {
    await showList(
      [
        anApiKey({ id: 'own' }),
        anApiKey({ id: 'other', username: 'maria' }),
        anApiKey({ id: 'namesake', realm: 'ldap1' }),
      ],
      { capabilities: { can_manage_all: false } },
    );
    expect(screen.getByTestId('apiKeyDelete-own')).toBeVisible();
    expect(screen.getByTestId('checkboxSelectRow-own')).toBeEnabled();
    for (const id of ['other', 'namesake']) {
      expect(screen.queryByTestId(`apiKeyDelete-${id}`)).toBeNull();
      expect(screen.getByTestId(`checkboxSelectRow-${id}`)).toBeDisabled();
    }
  });

  it('goes to the page before when the last one has become empty', async () => {
    const { user, history } = await showList(many(26), { url: '/?after=25' });
    await user.click(screen.getByTestId('apiKeyDelete-k25'));
    await confirmAndClose(user);
    expect(await row('k0')).toBeVisible();
    expect(history.location.search).toBe('');
  });
});
