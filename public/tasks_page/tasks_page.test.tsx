import { describe, expect, it } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { Task } from '../../common/http_api/tasks.ts';
import { SUPERUSER } from '../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { aRun, aTask, aTaskKey, tasksServer } from '../../test/helpers/tasks_server.ts';
import { TasksPage } from './tasks_page.tsx';

const NOW = Date.UTC(2026, 10, 24, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const show = (server: readonly Task[] | FakeServer, capabilities: Partial<Capabilities> = {}) =>
  renderPage(
    <TasksPage capabilities={{ ...SUPERUSER, ...capabilities }} />,
    Array.isArray(server) ? tasksServer(server, () => NOW) : (server as FakeServer),
    { now: () => NOW },
  );
const card = (id = 'delete_expired_keys') => screen.findByTestId(`taskRow-${id}`);
const refusing = (status: number, message: string): FakeServer => ({
  'GET /tasks': () => {
    throw httpFailure(status, message);
  },
});

describe('a task', () => {
  it('that is off shows what turning it on grants', async () => {
    show([
      aTask({
        required_privileges: {
          cluster: ['manage_api_key'],
          index: [{ names: ['notes'], privileges: ['create_index', 'create_doc'] }],
        },
      }),
    ]);
    const task = await card();
    expect(within(task).getByRole('heading')).toHaveTextContent('Delete expired keys');
    expect(task).toHaveTextContent('Deletes keys that have expired.');
    expect(task).toHaveTextContent('manage_api_key on the cluster');
    expect(task).toHaveTextContent('create_index and create_doc on notes');
    expect(task).toHaveTextContent(/Turning it on grants a managed key with just these/);
    expect(task).toHaveTextContent(/Last runNot yet/);
    expect(task).toHaveTextContent(/Next runNot while it is off/);
    expect(screen.getByTestId('taskEnabled-delete_expired_keys')).not.toBeChecked();
    expect(screen.getByTestId('taskRun-delete_expired_keys')).toBeDisabled();
  });

  it('that is on shows how it went, when it goes on, and with which key', async () => {
    const run = aRun(NOW - 3 * HOUR);
    show([
      aTask({
        enabled: true,
        key: aTaskKey(),
        last_run: run,
        runs: [run],
        next_run: NOW + 21 * HOUR,
      }),
    ]);
    const task = await card();
    expect(task).toHaveTextContent(
      /Last runSucceeded 3 hours ago, in 1 second\s*Deleted 3 expired keys\./,
    );
    expect(task).toHaveTextContent(/Next runin 21 hours/);
    expect(task).toHaveTextContent(
      /elastic, with the managed key Delete expired keys \(1\) Active/,
    );
    expect(within(task).getByRole('link', { name: 'Delete expired keys (1)' })).toHaveAttribute(
      'href',
      '/?key=k1',
    );
    expect(task).not.toHaveTextContent(/Turning it on/);
    expect(screen.getByTestId('taskEnabled-delete_expired_keys')).toBeChecked();
  });

  it('that failed says why', async () => {
    const run = aRun(NOW - HOUR, { outcome: 'failed', message: 'no permission', affected: 0 });
    show([aTask({ enabled: true, key: aTaskKey(), last_run: run, runs: [run] })]);
    expect(await card()).toHaveTextContent(/Failed 60 minutes ago, in 1 second\s*no permission/);
  });

  it.each([
    ['is under way', { running: true, next_run: NOW + HOUR }, /Next runRunning now/],
    ['is due', { next_run: NOW }, /Next runDue now/],
    ['comes within half a minute', { next_run: NOW + 10_000 }, /Next runthis minute/],
    ['is not planned', {}, /Next runNot planned/],
  ])('says so where its next run %s', async (_when, given, text) => {
    show([aTask({ enabled: true, key: aTaskKey(), ...given })]);
    expect(await card()).toHaveTextContent(text);
  });

  it('that needs no key cannot be turned off', async () => {
    show([aTask({ id: 'queue', enabled: true, required_privileges: { cluster: [] } })]);
    const task = await card('queue');
    expect(task).toHaveTextContent(/Always on/);
    expect(task).toHaveTextContent(/Runs asThe user of the server itself, without a key/);
    expect(task).toHaveTextContent(/PrivilegesNone/);
    expect(screen.getByTestId('taskEnabled-queue')).toBeDisabled();
    expect(within(task).queryByRole('button', { name: /^Settings/ })).toBeNull();
  });

  it('names what the reader lacks to turn it on', async () => {
    show([aTask({ required_privileges: { cluster: ['manage_api_key', 'monitor'] } })], {
      can_manage_all: false,
    });
    expect(await card()).toHaveTextContent(/You do not have manage_api_key\./);
  });

  it('shows its last runs on demand', async () => {
    const runs = [aRun(NOW - HOUR), aRun(NOW - 2 * HOUR, { outcome: 'failed', message: 'oh' })];
    show([aTask({ enabled: true, key: aTaskKey(), runs })]);
    await card();
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^The last 2 runs/ }));
    const [, first, second] = within(screen.getByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent(/60 minutes ago.*1 second.*Succeeded.*Deleted 3 expired keys/);
    expect(second).toHaveTextContent(/2 hours ago.*Failed.*oh/);
  });

  it('that the address names gets the focus', async () => {
    const { history } = show([aTask(), aTask({ id: 'other', title: 'Other' })]);
    act(() => history.push('/?tab=tasks&task=other'));
    expect(await screen.findByRole('heading', { name: 'Other' })).toHaveFocus();
  });
});

describe('the tasks', () => {
  it('show where they will be while they load', () => {
    show({ 'GET /tasks': () => new Promise(() => {}) });
    expect(screen.getByTestId('tasksLoading')).toBeVisible();
  });

  it('that cannot be read say why, and are read again when asked', async () => {
    let isAway = true;
    show({
      'GET /tasks': () => {
        if (isAway) throw httpFailure(503, 'Elasticsearch cannot be reached.');
        return { tasks: [aTask()] };
      },
    });
    const error = await screen.findByTestId('apiKeysError');
    expect(error).toHaveTextContent(
      /background tasks could not be loaded.*Elasticsearch cannot be reached/,
    );
    isAway = false;
    await userEvent.click(screen.getByTestId('apiKeysRetry'));
    await card();
    expect(screen.queryByTestId('apiKeysError')).toBeNull();
  });

  it('that one may not see are not shown', async () => {
    show(refusing(403, 'needs manage_own_api_key'));
    expect(await screen.findByTestId('tasksNoPermission')).toHaveTextContent(
      'needs manage_own_api_key',
    );
  });

  it('are shown without controls where they are off altogether', async () => {
    show({
      'GET /tasks': () => ({
        tasks: [aTask()],
        unavailable: 'xpack.encryptedSavedObjects.encryptionKey is not set',
      }),
    });
    expect(await screen.findByTestId('tasksUnavailable')).toHaveTextContent(
      /Background tasks are off.*xpack\.encryptedSavedObjects\.encryptionKey is not set/,
    );
    await card();
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByTestId('taskRun-delete_expired_keys')).toBeNull();
    expect(screen.queryByRole('button', { name: /Settings/ })).toBeNull();
  });
});
