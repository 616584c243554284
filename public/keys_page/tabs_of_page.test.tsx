import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { keysServer } from '../../test/helpers/keys_server.ts';
import { renderPage } from '../../test/helpers/render_page.tsx';
import { aTask, aTaskKey, tasksServer } from '../../test/helpers/tasks_server.ts';
import { KeysPage } from './keys_page.tsx';

const task = aTask({ enabled: true, key: aTaskKey({ id: 'used' }) });
const used = anApiKey({ id: 'used', metadata: { managed: true, task: 'delete_expired_keys' } });
const personal = anApiKey({ id: 'personal' });

const show = (keys = [personal], url = '/') =>
  renderPage(
    <KeysPage />,
    { ...keysServer(keys), ...tasksServer([task], Date.now) },
    { history: createMemoryHistory({ initialEntries: [url] }) },
  );

describe('the tabs of the page', () => {
  it('show the tasks that an address names, without asking for keys', async () => {
    const { requests } = show([personal], '/?tab=tasks');
    await screen.findByTestId('taskRow-delete_expired_keys');
    expect(screen.queryByTestId('apiKeysTable')).toBeNull();
    expect(requests.map(({ route }) => route)).toEqual(['GET /capabilities', 'GET /tasks']);
  });

  it('ask for no tasks while only other keys are shown', async () => {
    const { requests } = show();
    await screen.findByTestId('apiKeyRow-personal');
    expect(requests.map(({ route }) => route)).not.toContain('GET /tasks');
  });

  it('are joined by a managed key of a task', async () => {
    const user = userEvent.setup();
    show([used]);
    await user.click(await screen.findByTestId('apiKeyTask-used'));
    expect(
      await screen.findByRole('heading', { name: 'Delete expired keys', level: 2 }),
    ).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Delete expired keys (1)' }));
    expect(await screen.findByTestId('apiKeyUsedBy')).toHaveTextContent('Delete expired keys');
  });

  it('both show the secret of a new key', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await screen.findByTestId('apiKeysCreateButton'));
    await user.type(await screen.findByTestId('apiKeyNameInput'), 'fresh');
    await user.click(screen.getByTestId('apiKeySubmit'));
    await screen.findByTestId('apiKeyCreated');
    await user.click(screen.getByTestId('apiKeysTabTasks'));
    await screen.findByTestId('taskRow-delete_expired_keys');
    expect(screen.getByTestId('apiKeyCreated')).toHaveTextContent('fresh');
    await user.click(screen.getByTestId('apiKeysTabKeys'));
    await screen.findByTestId('apiKeyNew-id of fresh');
    expect(screen.getByTestId('apiKeyCreated')).toHaveTextContent('fresh');
  });

  it('name the task that stops when its key is deleted', async () => {
    const user = userEvent.setup();
    show([used]);
    await user.click(await screen.findByTestId('apiKeyDelete-used'));
    await waitFor(() =>
      expect(screen.getByTestId('apiKeysDeleteTasks')).toHaveTextContent('Delete expired keys'),
    );
  });
});
