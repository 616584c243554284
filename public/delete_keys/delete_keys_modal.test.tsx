import { describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { ApiKey } from '../../common/api_key.ts';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { DeleteKeysModal } from './delete_keys_modal.tsx';

const nothing = { deleted: [], already_deleted: [], not_found: [], failed: [] };
const someKeys = (count: number) =>
  Array.from({ length: count }, (_, i) => anApiKey({ id: `id${i}`, name: `key ${i}` }));

function openDialog(keys: readonly ApiKey[], answer: FakeServer[string]) {
  const onClose = jest.fn();
  const page = renderPage(
    <DeleteKeysModal keys={keys} fallbackFocus={() => null} onClose={onClose} />,
    { 'POST /_delete': answer },
  );
  return { ...page, onClose, user: userEvent.setup() };
}

const button = (subject: string) => screen.findByTestId<HTMLButtonElement>(subject);
const resultText = async () => (await screen.findByTestId('apiKeysDeleteResult')).textContent;

describe('the delete dialog', () => {
  it('names the first ten keys and how many more will go', async () => {
    openDialog(someKeys(12), () => nothing);
    const dialog = screen.getByRole('alertdialog', { name: 'Delete 12 API keys?' });
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(11);
    expect(dialog).toHaveTextContent('key 9and 2 more');
  });

  it('warns that background tasks lose their managed keys', () => {
    const managed = anApiKey({ id: 'm', metadata: { managed: true } });
    openDialog([...someKeys(1), managed], () => nothing);
    expect(screen.getByRole('alertdialog')).toHaveTextContent(
      '1 managed API key: the background task that uses it stops working.',
    );
  });

  it('warns of no background task for personal keys', () => {
    openDialog(someKeys(2), () => nothing);
    expect(screen.getByRole('alertdialog')).not.toHaveTextContent('managed');
  });

  it('deletes nothing when cancelled', async () => {
    const { user, requests, onClose } = openDialog(someKeys(1), () => nothing);
    await user.click(await button('confirmModalCancelButton'));
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(requests).toEqual([]);
  });

  it('deletes all with one request and shows the result until it is closed', async () => {
    const ids = ['id0', 'id1', 'id2'];
    const { user, requests, onClose } = openDialog(someKeys(3), () => ({
      ...nothing,
      deleted: ids,
    }));
    await user.dblClick(await button('confirmModalConfirmButton'));
    expect(await resultText()).toContain('3 API keys deleted');
    expect(requests.map(({ body }) => body)).toEqual([{ ids }]);
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.queryByTestId('apiKeysDeleteRetry')).toBeNull();
    const close = await button('apiKeysDeleteClose');
    expect(close).toHaveFocus();
    await user.click(close);
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('shows progress and cannot be left while the request is under way', async () => {
    const { user, onClose } = openDialog(someKeys(1), () => new Promise(() => {}));
    await user.click(await button('confirmModalConfirmButton'));
    expect(await screen.findByTestId('apiKeysDeleteProgress')).toBeInTheDocument();
    expect(await button('confirmModalConfirmButton')).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('tells apart what was deleted, was gone, was not found and failed, with each reason', async () => {
    const { user } = openDialog(someKeys(5), () => ({
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
      screen.getByText(/^1 API key deleted\. 1 API key was already deleted\./),
    ).toHaveAttribute('role', 'status');
  });

  it('tries again only what failed', async () => {
    const answers = [
      { ...nothing, deleted: ['id0'], failed: [{ id: 'id1', reason: 'busy' }] },
      { ...nothing, deleted: ['id1'] },
    ];
    const { user, requests } = openDialog(someKeys(2), () => answers.shift());
    await user.click(await button('confirmModalConfirmButton'));
    await user.click(await button('apiKeysDeleteRetry'));
    await waitFor(async () => expect(await resultText()).toContain('2 API keys deleted'));
    expect(requests.map(({ body }) => body)).toEqual([{ ids: ['id0', 'id1'] }, { ids: ['id1'] }]);
    expect(screen.queryByTestId('apiKeysDeleteRetry')).toBeNull();
  });

  it('claims nothing when the connection breaks, and offers to try again', async () => {
    const answers = [
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => ({ ...nothing, already_deleted: ['id0'] }),
    ];
    const { user } = openDialog(someKeys(1), () => answers.shift()?.());
    await user.click(await button('confirmModalConfirmButton'));
    expect(await resultText()).toContain(
      '1 API key may or may not have been deletedFailed to fetch',
    );
    expect(screen.getByRole('alertdialog', { name: '1 API key may still be there' })).toBeVisible();
    await user.click(await button('apiKeysDeleteRetry'));
    await waitFor(async () =>
      expect(await resultText()).toContain('1 API key was already deleted'),
    );
  });

  it('says that nothing was deleted when Elasticsearch refuses', async () => {
    const { user } = openDialog(someKeys(2), () => {
      throw httpFailure(403, 'action is unauthorized');
    });
    await user.click(await button('confirmModalConfirmButton'));
    expect(await resultText()).toContain('2 API keys could not be deletedaction is unauthorized');
  });

  it('asks to type the number of more than 100 keys', async () => {
    const { user, requests } = openDialog(someKeys(101), () => nothing);
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

  it('asks for no number of 100 keys', async () => {
    openDialog(someKeys(100), () => nothing);
    expect(screen.queryByTestId('apiKeysDeleteCount')).toBeNull();
    expect(await button('confirmModalConfirmButton')).toBeEnabled();
  });
});
