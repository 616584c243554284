import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import React from 'react';
import type { Task } from '../../common/http_api/tasks.ts';
import { SUPERUSER } from '../../test/helpers/keys_server.ts';
import { type FakeServer, httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { aRun, aTask, aTaskKey, tasksServer } from '../../test/helpers/tasks_server.ts';
import { TasksPage } from './tasks_page.tsx';

const NOW = Date.UTC(2026, 10, 24, 12);
const CHANGE = 'PUT /tasks/{id}';
const RUN = 'POST /tasks/{id}/_run';
const ON = { enabled: true, key: aTaskKey() };

async function show(task: Task, overrides: FakeServer = {}) {
  const page = renderPage(
    <TasksPage capabilities={SUPERUSER} />,
    { ...tasksServer([task], () => NOW), ...overrides },
    { now: () => NOW },
  );
  await screen.findByTestId(`taskRow-${task.id}`);
  const sent = (route: string) =>
    page.requests.filter((request) => request.route === route).map(({ body }) => body);
  return { ...page, sent };
}

const ID = 'delete_expired_keys';
const card = () => screen.getByTestId(`taskRow-${ID}`);
const toggle = () => screen.getByTestId(`taskEnabled-${ID}`);
const runButton = () => screen.getByTestId(`taskRun-${ID}`);
const refusing = (route: string, status: number, message: string): FakeServer => ({
  [route]: () => {
    throw httpFailure(status, message);
  },
});
const openSettings = async () => userEvent.click(screen.getByRole('button', { name: /^Settings/ }));
const field = (name: string) => screen.getByTestId(`taskParam-${name}`);
const retype = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  await userEvent.type(field(name), text);
};

afterEach(() => {
  jest.useRealTimers();
});

describe('turning a task', () => {
  it('on grants it a key, which is shown and said', async () => {
    const { sent } = await show(aTask());
    await userEvent.click(toggle());
    await waitFor(() => expect(card()).toHaveTextContent(/with the managed key/));
    expect(toggle()).toBeChecked();
    expect(toggle()).toHaveFocus();
    expect(sent(CHANGE)).toEqual([{ enabled: true }]);
    await screen.findByText('“Delete expired keys” is on');
  });

  it('off takes the key from it', async () => {
    const { sent } = await show(aTask(ON));
    await userEvent.click(toggle());
    await waitFor(() => expect(card()).toHaveTextContent(/Runs asNobody now/));
    expect(sent(CHANGE)).toEqual([{ enabled: false }]);
    await screen.findByText('“Delete expired keys” is off');
  });

  it('on is shown at once and asked for once', async () => {
    const { sent } = await show(aTask(), { [CHANGE]: () => new Promise(() => {}) });
    await userEvent.click(toggle());
    expect(toggle()).toBeChecked();
    await userEvent.click(toggle());
    expect(sent(CHANGE)).toHaveLength(1);
    expect(toggle()).toBeChecked();
  });

  it('on without the privileges says which are missing', async () => {
    await show(aTask(), refusing(CHANGE, 403, 'You need the cluster privilege manage_api_key.'));
    await userEvent.click(toggle());
    const failure = await screen.findByRole('alert');
    expect(failure).toHaveTextContent(/could not be turned on.*privilege manage_api_key/);
    expect(failure).not.toHaveTextContent(/happened all the same/);
    expect(toggle()).not.toBeChecked();
    expect(toggle()).toHaveFocus();
  });

  it('on without an answer says that nobody knows, and reads what is true', async () => {
    const { sent } = await show(aTask(), refusing(CHANGE, 503, 'Elasticsearch did not answer'));
    await userEvent.click(toggle());
    expect(await screen.findByRole('alert')).toHaveTextContent(/may have happened all the same/);
    await waitFor(() => expect(sent('GET /tasks')).toHaveLength(2));
  });
});

describe('running a task', () => {
  it('shows and says what it did', async () => {
    const { sent } = await show(aTask(ON));
    await userEvent.click(runButton());
    await waitFor(() => expect(card()).toHaveTextContent(/Succeeded this minute, in 1 second/));
    expect(sent(RUN)).toHaveLength(1);
    expect(runButton()).toHaveFocus();
    await screen.findByText('“Delete expired keys” has run: Deleted 3 expired keys.');
  });

  it('goes on where it is, with the focus, and only once', async () => {
    const { sent } = await show(aTask(ON), { [RUN]: () => new Promise(() => {}) });
    await userEvent.click(runButton());
    expect(runButton()).toHaveTextContent(/^Running…/);
    expect(runButton()).toHaveFocus();
    await userEvent.click(runButton());
    expect(sent(RUN)).toHaveLength(1);
  });

  it('twice at once is refused with a reason', async () => {
    await show(aTask(ON), refusing(RUN, 409, 'The task is running'));
    await userEvent.click(runButton());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be run.*The task is running/,
    );
  });

  it('is followed until it ends, and then not any more', async () => {
    jest.useFakeTimers();
    const answers = [{ running: true }, { running: true }, { last_run: aRun(NOW), running: false }];
    const { requests } = renderPage(
      <TasksPage capabilities={SUPERUSER} />,
      { 'GET /tasks': () => ({ tasks: [aTask({ ...ON, ...(answers.shift() ?? {}) })] }) },
      { now: () => NOW },
    );
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(runButton()).toHaveTextContent(/^Running…/);
    expect(card()).toHaveTextContent(/Running now/);
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(requests).toHaveLength(3);
    expect(card()).toHaveTextContent(/Succeeded this minute/);
    expect(runButton()).toHaveTextContent(/^Run now/);
  });
});

describe('a task whose key', () => {
  it.each([
    ['was deleted', { status: 'deleted' as const }],
    ['has expired', { status: 'active' as const, expiration: NOW - 1 }],
    ['was deleted', undefined],
  ])('%s is granted another', async (reason, key) => {
    const { sent } = await show(aTask({ enabled: true, ...(key && { key: aTaskKey(key) }) }));
    expect(card()).toHaveTextContent(`Its key ${reason}: every run fails`);
    await userEvent.click(screen.getByTestId(`taskGrantAgain-${ID}`));
    await waitFor(() => expect(sent(CHANGE)).toEqual([{ enabled: true }]));
  });

  it('was granted again goes on, and so does the keyboard', async () => {
    await show(aTask({ enabled: true, key: aTaskKey({ status: 'deleted' }) }));
    expect(screen.queryByRole('link', { name: /Delete expired keys/ })).toBeNull();
    await userEvent.click(screen.getByTestId(`taskGrantAgain-${ID}`));
    await waitFor(() => expect(screen.queryByTestId(`taskKeyTrouble-${ID}`)).toBeNull());
    expect(toggle()).toHaveFocus();
  });
});

describe('the settings of a task', () => {
  it('are saved as a whole', async () => {
    const { sent, toasts } = await show(aTask(ON));
    await openSettings();
    await retype('older_than', '30d');
    await userEvent.selectOptions(field('owners'), 'Only who turned it on');
    await userEvent.click(screen.getByTestId(`taskSave-${ID}`));
    await waitFor(() => expect(toasts).toEqual([{ kind: 'success', title: 'Settings saved' }]));
    const params = { interval: '1d', older_than: '30d', owners: 'own' };
    expect(sent(CHANGE)).toEqual([{ enabled: true, params }]);
    expect(field('older_than')).toHaveValue('30d');
  });

  it('are not sent where nothing was changed', async () => {
    const { sent } = await show(aTask(ON));
    await openSettings();
    await retype('interval', ' 1d{Enter}');
    expect(screen.getByTestId(`taskSave-${ID}`)).toHaveAttribute('aria-disabled', 'true');
    expect(sent(CHANGE)).toEqual([]);
  });

  it('that were typed go with turning it on', async () => {
    const { sent } = await show(aTask());
    await openSettings();
    await retype('interval', '12h');
    await userEvent.click(toggle());
    await waitFor(() => expect(toggle()).toBeChecked());
    expect(sent(CHANGE)).toEqual([
      { enabled: true, params: { interval: '12h', older_than: '7d', owners: 'all' } },
    ]);
  });

  it('that are refused say why at their field, until something else is typed', async () => {
    await show(
      aTask(ON),
      refusing(CHANGE, 400, '[request body.params.interval]: expected an interval, got "1s"'),
    );
    await openSettings();
    await retype('interval', '1s');
    await userEvent.click(screen.getByTestId(`taskSave-${ID}`));
    await waitFor(() => expect(field('interval')).toBeInvalid());
    expect(field('interval')).toHaveFocus();
    expect(field('interval')).toHaveAccessibleDescription(/Expected an interval, got "1s"/);
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.type(field('interval'), '0');
    expect(field('interval')).toBeValid();
  });

  it('that are refused for another reason keep what was typed', async () => {
    await show(aTask(ON), refusing(CHANGE, 403, 'You need manage_api_key.'));
    await openSettings();
    await retype('interval', '2d');
    await userEvent.click(screen.getByTestId(`taskSave-${ID}`));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /settings could not be saved.*You need manage_api_key/,
    );
    expect(field('interval')).toHaveValue('2d');
  });
});
