import { EuiDescriptionList } from '@elastic/eui';
import { describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import { anApiKey } from '../../test/helpers/an_api_key.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { aRun, aTask, aTaskKey, tasksServer } from '../../test/helpers/tasks_server.ts';
import { StoppingTasks } from './stopping_tasks.tsx';
import { TaskLink } from './task_link.tsx';
import { useKeyUsage } from './use_key_usage.tsx';
import type { UsedKey } from './use_task_of.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const HOUR = 3_600_000;
const task = aTask({
  enabled: true,
  key: aTaskKey({ id: 'used' }),
  last_run: aRun(NOW - 3 * HOUR),
  next_run: NOW + 5 * HOUR,
});
const server = tasksServer([task], () => NOW);
const refusing: FakeServer = {
  'GET /tasks': () => {
    throw httpFailure(403, 'no');
  },
};

const granted = { managed: true, task: 'project_api_keys:delete_expired_keys' };
const used = anApiKey({ id: 'used', metadata: granted });
const ofAnotherPlugin = anApiKey({ id: 'theirs', metadata: { ...granted, task: 'theirs:1' } });
const alerting = anApiKey({ id: 'alerting', name: 'Alerting: a rule' });
const personal = anApiKey({ id: 'personal' });

function Usage({ apiKey }: { readonly apiKey: UsedKey }) {
  return <EuiDescriptionList listItems={useKeyUsage(apiKey, NOW)} data-test-subj="usage" />;
}

describe('a managed key in the list', () => {
  it('leads to its task, which is asked for once for all keys', async () => {
    const keys = [personal, used, ofAnotherPlugin, alerting];
    const { history, requests } = renderPage(
      <div>
        {keys.map((apiKey) => (
          <TaskLink key={apiKey.id} apiKey={apiKey} />
        ))}
      </div>,
      server,
    );
    await userEvent.click(await screen.findByRole('link', { name: 'Delete expired keys' }));
    expect(history.location.search).toBe('?tab=tasks&task=delete_expired_keys');
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['that was not granted to a task', alerting],
    ['and any other', personal],
  ])('%s asks nothing', (_which, apiKey) => {
    expect(renderPage(<TaskLink apiKey={apiKey} />, server).requests).toEqual([]);
  });

  it('is shown without a link where the tasks cannot be read', async () => {
    const { requests } = renderPage(<TaskLink apiKey={used} />, refusing);
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('a key by itself', () => {
  it('says which task uses it, when it last did and when it will again', async () => {
    renderPage(<Usage apiKey={used} />, server);
    expect(await screen.findByRole('link', { name: 'Delete expired keys' })).toHaveAttribute(
      'href',
      '/?tab=tasks&task=delete_expired_keys',
    );
    expect(screen.getByTestId('usage')).toHaveTextContent(
      /Last runSucceeded 3 hours ago.*Next runin 5 hours/,
    );
  });

  it.each([
    [
      'names a task that is not of this page',
      ofAnotherPlugin,
      /^Used byThe background task theirs:1$/,
    ],
    ['says that nothing is known', alerting, /^Used byA background task that is not listed here$/],
    ['says nothing where it is not managed', personal, /^$/],
  ])('%s', (_what, apiKey, text) => {
    renderPage(<Usage apiKey={apiKey} />, server);
    expect(screen.getByTestId('usage')).toHaveTextContent(text);
  });
});

describe('before managed keys are deleted', () => {
  it('the tasks that stop are named', async () => {
    renderPage(<StoppingTasks keys={[used, ofAnotherPlugin]} />, server);
    expect(await screen.findByTestId('apiKeysDeleteTasks')).toHaveTextContent(
      /^Delete expired keys$/,
    );
    expect(screen.getByText(/^This background task stops until/)).toBeVisible();
  });

  it('those that may stop are named where the keys are not known one by one', async () => {
    renderPage(<StoppingTasks keys={undefined} />, server);
    expect(await screen.findByTestId('apiKeysDeleteTasks')).toBeVisible();
    expect(screen.getByText(/those stop whose key is among them/)).toBeVisible();
  });

  it('no task is named that uses none of them', async () => {
    const { requests } = renderPage(<StoppingTasks keys={[ofAnotherPlugin]} />, server);
    await waitFor(() => expect(requests).toHaveLength(1));
    expect(screen.queryByTestId('apiKeysDeleteTasks')).toBeNull();
  });
});
