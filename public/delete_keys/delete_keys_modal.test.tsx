import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { DeleteKeysModal } from './delete_keys_modal.tsx';
import type { DeleteTarget } from './delete_target.ts';

const nothing = { deleted: [], already_deleted: [], not_found: [], failed: [] };
const someKeys = (count: number) =>
  Array.from({ length: count }, (_, i) => anApiKey({ id: `id${i}`, name: `key ${i}` }));
const managedKey = (name: string) => anApiKey({ id: name, name, metadata: { managed: true } });

function openDialog(target: DeleteTarget, answer: FakeServer[string] = () => nothing) {
  const onClose = jest.fn();
  const page = renderPage(
    <DeleteKeysModal target={target} fallbackFocus={() => null} onClose={onClose} />,
    { 'POST /_delete': answer },
  );
  return { ...page, onClose, user: userEvent.setup() };
}

const button = (subject: string) => screen.findByTestId<HTMLButtonElement>(subject);
const resultText = async () => (await screen.findByTestId('apiKeysDeleteResult')).textContent;
const dialog = () => screen.getByRole('alertdialog');

describe('the question before keys are deleted', () => {
  it('names the first ten keys and how many more will go', () => {
    openDialog({ keys: someKeys(12) });
    const named = screen.getByRole('alertdialog', { name: 'Delete 12 API keys?' });
    expect(within(named).getAllByRole('listitem')).toHaveLength(11);
    expect(named).toHaveTextContent('key 9and 2 more');
  });

  it('names managed keys apart, whose background tasks stop', () => {
    openDialog({ keys: [...someKeys(1), managedKey('Alerting: disk'), managedKey('reindex')] });
    expect(dialog()).toHaveTextContent(
      '2 managed API keys: the background tasks that use them stop working.Alerting: diskreindexPrograms',
    );
    expect(dialog()).toHaveTextContent(/cannot be undone\.key 0/);
  });

  it('warns of no background task for personal keys', () => {
    openDialog({ keys: someKeys(2) });
    expect(dialog()).not.toHaveTextContent('managed');
  });

  it('says how many match, in words what, and how many of them are managed', () => {
    openDialog({
      filter: { search: 'ci' },
      total: 12_000,
      managed: 300,
      description: 'ci status:expired',
    });
    expect(screen.getByRole('alertdialog', { name: 'Delete 12,000 API keys?' })).toHaveTextContent(
      'on every page of the list, that match: ci status:expired',
    );
    expect(dialog()).toHaveTextContent('300 managed API keys: the background tasks');
  });

  it('says that every key will go where nothing is filtered', () => {
    openDialog({ filter: {}, total: 20, managed: 0 });
    expect(dialog()).toHaveTextContent('These are all API keys of the list, on every page of it.');
    expect(dialog()).not.toHaveTextContent('managed');
  });

  it('deletes nothing when cancelled', async () => {
    const { user, requests, onClose } = openDialog({ keys: someKeys(1) });
    await user.click(await button('confirmModalCancelButton'));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(requests).toEqual([]);
  });

  it('asks to type the number of more than 100 keys', async () => {
    const { user, requests } = openDialog({ keys: someKeys(101) });
    const confirm = await button('confirmModalConfirmButton');
    const field = await screen.findByTestId('apiKeysDeleteCount');
    await user.type(field, '10{Enter}');
    expect(confirm).toBeDisabled();
    expect(requests).toEqual([]);
    await user.type(field, '1');
    expect(confirm).toBeEnabled();
    await user.type(field, '{Enter}');
    expect(requests).toHaveLength(1);
  });

  it('takes the number with its separators', async () => {
    const { user } = openDialog({ filter: {}, total: 12_000, managed: 0 });
    await user.type(await screen.findByTestId('apiKeysDeleteCount'), '12,000');
    expect(await button('confirmModalConfirmButton')).toBeEnabled();
  });

  it('asks for no number of 100 keys', async () => {
    openDialog({ keys: someKeys(100) });
    expect(screen.queryByTestId('apiKeysDeleteCount')).toBeNull();
    expect(await button('confirmModalConfirmButton')).toBeEnabled();
  });
});

describe('deleting keys by name', () => {
  it('takes one request and shows the result until it is closed', async () => {
    const ids = ['id0', 'id1', 'id2'];
    const { user, requests, onClose } = openDialog({ keys: someKeys(3) }, () => ({
      ...nothing,
      deleted: ids,
    }));
    await user.dblClick(await button('confirmModalConfirmButton'));
    expect(await resultText()).toBe('3 API keys deletedkey 0key 1key 2');
    expect(requests.map(({ body }) => body)).toEqual([{ ids }]);
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.queryByTestId('apiKeysDeleteRetry')).toBeNull();
    expect(screen.queryByTestId('apiKeysDeleteResume')).toBeNull();
    const close = await button('apiKeysDeleteClose');
    expect(close).toHaveFocus();
    await user.click(close);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('tells apart what was deleted, was gone, was not found and failed, with each reason', async () => {
    const { user } = openDialog({ keys: someKeys(5) }, () => ({
      deleted: ['id0'],
      already_deleted: ['id1'],
      not_found: ['id2'],
      failed: [
        { id: 'id3', reason: 'shard is read-only' },
        { id: 'id4', reason: 'version conflict' },
      ],
    }));
    await user.click(await button('confirmModalConfirmButton'));
    const text = await resultText();
    expect(text).toContain('1 API key deletedkey 0');
    expect(text).toContain('1 API key was already deletedkey 1');
    expect(text).toContain('1 API key was not foundkey 2');
    expect(text).toContain('1 API key could not be deletedshard is read-onlykey 3');
    expect(text).toContain('1 API key could not be deletedversion conflictkey 4');
    expect(
      screen.getByRole('alertdialog', { name: '2 API keys may still be there' }),
    ).toBeVisible();
    expect(
      screen.getByText(/deleted\. 1 API key deleted\. 1 API key was already deleted\./),
    ).toHaveAttribute('role', 'status');
  });

  it('tries again only what failed', async () => {
    const answers = [
      { ...nothing, deleted: ['id0'], failed: [{ id: 'id1', reason: 'busy' }] },
      { ...nothing, deleted: ['id1'] },
    ];
    const { user, requests } = openDialog({ keys: someKeys(2) }, () => answers.shift());
    await user.click(await button('confirmModalConfirmButton'));
    await user.click(await button('apiKeysDeleteRetry'));
    await waitFor(async () => expect(await resultText()).toContain('2 API keys deleted'));
    expect(requests.map(({ body }) => body)).toEqual([{ ids: ['id0', 'id1'] }, { ids: ['id1'] }]);
    expect(screen.queryByTestId('apiKeysDeleteRetry')).toBeNull();
  });

  it.each([400, 403])('says at once that Elasticsearch refuses, with a %d', async (status) => {
    const { user } = openDialog({ keys: someKeys(2) }, () => {
      throw httpFailure(status, 'action is unauthorized');
    });
    await user.click(await button('confirmModalConfirmButton'));
    expect(await resultText()).toBe('2 API keys have not been deleted yetaction is unauthorized');
    expect(await button('apiKeysDeleteResume')).toHaveFocus();
  });
});
