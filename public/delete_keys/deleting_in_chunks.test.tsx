import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createMemoryHistory } from 'history';
import React from 'react';
import { httpFailure, renderPage } from '../../test/helpers/render_page.tsx';
import { useKeyPage } from '../api/queries.ts';
import { DeleteKeysModal } from './delete_keys_modal.tsx';

const FILTER = { search: 'ci' };
const chunk = (number: number, remaining: number, failed: readonly string[] = []) => ({
  deleted: Array.from({ length: 1000 - failed.length }, (_, i) => `${number}-${i}`),
  already_deleted: [],
  not_found: [],
  failed: failed.map((id) => ({ id, reason: `[${id}] is stuck` })),
  remaining: remaining + failed.length,
  next_cursor: remaining > 0 ? `after ${number}` : null,
});
const unavailable = (headers = {}) => httpFailure(503, 'Elasticsearch cannot be reached', headers);

/** A server whose answers are given one by one, to the requests as they come. */
function slowServer() {
  const waiting: PromiseWithResolvers<unknown>[] = [];
  const next = () => {
    const request = waiting.shift();
    if (request === undefined) throw new Error('No request is under way');
    return request;
  };
  return {
    'POST /_delete': () => {
      const request = Promise.withResolvers<unknown>();
      waiting.push(request);
      return request.promise;
    },
    answer: (body: unknown) => act(async () => next().resolve(body)),
    fail: (error: Error) => act(async () => next().reject(error)),
    isIdle: () => waiting.length === 0,
  };
}

async function startDeleting(total: number) {
  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const { answer, fail, isIdle, ...server } = slowServer();
  const onClose = jest.fn();
  const history = createMemoryHistory({ initialEntries: ['/before', '/'], initialIndex: 1 });
  const page = renderPage(
    <>
      <List />
      <DeleteKeysModal
        target={{ filter: FILTER, total, managed: 0, description: 'ci' }}
        fallbackFocus={() => null}
        onClose={onClose}
      />
    </>,
    { ...server, 'POST /_query': () => ({ total }) },
    { history },
  );
  await user.type(screen.getByTestId('apiKeysDeleteCount'), String(total));
  await user.click(screen.getByTestId('confirmModalConfirmButton'));
  const bodiesTo = (to: string) =>
    page.requests.filter(({ route }) => route === to).map(({ body }) => body);
  const bodies = () => bodiesTo('POST /_delete');
  /** How often the list was read. */
  const readings = () => bodiesTo('POST /_query').length;
  return { ...page, history, user, onClose, answer, fail, isIdle, bodies, readings };
}

/** Stands for the list behind the dialog. */
function List() {
  useKeyPage({});
  return null;
}

const press = (subject: string) => act(async () => screen.getByTestId(subject).click());
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const result = () => screen.getByTestId('apiKeysDeleteResult');
const dialog = () => screen.getByRole('alertdialog');

beforeEach(() => {
  jest.useFakeTimers();
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('deleting all that match', () => {
  it('sends one request after the other until none are left, and shows how far it is', async () => {
    const { answer, bodies, readings } = await startDeleting(2500);
    const progress = screen.getByTestId<HTMLProgressElement>('apiKeysDeleteProgress');
    expect([progress.value, progress.max]).toEqual([0, 2500]);
    await answer(chunk(1, 1500));
    expect(progress.value).toBe(1000);
    expect(dialog()).toHaveTextContent('1,000 of 2,500');
    await answer(chunk(2, 500));
    expect(readings()).toBe(1);
    await answer({ ...chunk(3, 0), deleted: chunk(3, 0).deleted.slice(0, 500) });

    expect(result()).toHaveTextContent(/^2,500 API keys deleted$/);
    expect(screen.getByTestId('apiKeysDeleteClose')).toHaveFocus();
    expect(readings()).toBe(2);
    expect(bodies()).toEqual([
      { filter: FILTER, size: 1000 },
      { filter: FILTER, size: 1000, cursor: 'after 1' },
      { filter: FILTER, size: 500, cursor: 'after 2' },
    ]);
  });

  it('stops after the request that is under way, and says so until then', async () => {
    const { answer, bodies, isIdle, readings } = await startDeleting(3000);
    expect(screen.getByTestId('apiKeysDeleteStop')).toHaveFocus();
    await press('apiKeysDeleteStop');
    expect(dialog()).toHaveTextContent('It stops after the request that is under way.');
    await answer(chunk(1, 2000));
    expect(result()).toHaveTextContent('2,000 API keys have not been deleted yet');
    expect(result()).toHaveTextContent('1,000 API keys deleted');
    expect(readings()).toBe(2);
    expect(isIdle()).toBe(true);

    const resume = screen.getByTestId('apiKeysDeleteResume');
    expect(resume).toHaveFocus();
    await press('apiKeysDeleteResume');
    await answer(chunk(2, 1000));
    await answer(chunk(3, 0));
    expect(result()).toHaveTextContent(/^3,000 API keys deleted$/);
    expect(bodies().slice(1)).toEqual([
      { filter: FILTER, size: 1000, cursor: 'after 1' },
      { filter: FILTER, size: 1000, cursor: 'after 2' },
    ]);
    expect(readings()).toBe(3);
  });

  it('steps over what fails, groups it by reason, and tries just that again', async () => {
    const { answer, bodies } = await startDeleting(2000);
    await answer(chunk(1, 1000, ['stuck1']));
    await answer(chunk(2, 0, ['stuck2', 'stuck3']));
    expect(result()).toHaveTextContent('1,997 API keys deleted');
    expect(result()).toHaveTextContent(
      '3 API keys could not be deleted[…] is stuckstuck1stuck2stuck3',
    );
    await press('apiKeysDeleteRetry');
    await answer({ ...chunk(3, 0), deleted: ['stuck1', 'stuck2', 'stuck3'] });
    expect(bodies().at(-1)).toEqual({ ids: ['stuck1', 'stuck2', 'stuck3'] });
    expect(result()).toHaveTextContent(/^2,000 API keys deleted$/);
  });
});

describe('a deletion that cannot be left', () => {
  it('stays when Escape is pressed, the browser goes back or the page is closed', async () => {
    const { user, onClose, history, answer } = await startDeleting(1000);
    const closePage = () => fireEvent(window, new Event('beforeunload', { cancelable: true }));
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    act(() => history.goBack());
    expect(history.location.pathname).toBe('/');
    expect(closePage()).toBe(false);

    await answer(chunk(1, 0));
    expect(closePage()).toBe(true);
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it('sends nothing more once the page is gone all the same', async () => {
    const { unmount, answer, isIdle } = await startDeleting(3000);
    unmount();
    await answer(chunk(1, 2000));
    expect(isIdle()).toBe(true);
  });
});

describe('a busy Elasticsearch', () => {
  it('is asked again after a pause that is counted down', async () => {
    const { answer, fail, bodies, isIdle } = await startDeleting(2000);
    await answer(chunk(1, 1000));
    await fail(httpFailure(429, 'too many requests', { 'retry-after': '4' }));
    expect(dialog()).toHaveTextContent(
      'Elasticsearch is busy: trying again in 4 s (attempt 2 of 5)too many requests',
    );
    await pass(1000);
    expect(dialog()).toHaveTextContent('trying again in 3 s');
    expect(isIdle()).toBe(true);
    await pass(3000);
    expect(dialog()).not.toHaveTextContent('trying again');
    await answer(chunk(2, 0));
    expect(result()).toHaveTextContent(/^2,000 API keys deleted$/);
    expect(bodies()[2]).toEqual(bodies()[1]);
  });

  it('is left alone after the fifth attempt, with the truth about the last request', async () => {
    const { answer, fail } = await startDeleting(3000);
    await answer(chunk(1, 2000));
    for (const ms of [1000, 2000, 4000, 8000]) {
      await fail(httpFailure(429, 'too many requests'));
      await pass(ms);
    }
    await fail(unavailable());
    expect(result()).toHaveTextContent('2,000 API keys may still be there');
    expect(result()).toHaveTextContent('Elasticsearch cannot be reached');
    expect(result()).toHaveTextContent('up to 1,000 of them may have been deleted all the same.');
    expect(result()).toHaveTextContent('1,000 API keys deleted');

    await press('apiKeysDeleteResume');
    await answer(chunk(3, 0));
    expect(result()).toHaveTextContent(
      '1,000 API keys were already deleted: by a request that got no answer, or by someone else',
    );
    expect(result()).toHaveTextContent('2,000 API keys deleted');
  });

  it('need not be waited for: Stop takes effect at once', async () => {
    const { fail, isIdle } = await startDeleting(1000);
    await fail(unavailable({ 'retry-after': '60' }));
    await press('apiKeysDeleteStop');
    expect(result()).toHaveTextContent('1,000 API keys may still be there');
    await pass(120_000);
    expect(isIdle()).toBe(true);
  });

  it.each([
    { error: unavailable(), says: 'Elasticsearch is not available' },
    { error: new TypeError('Failed to fetch'), says: 'No answer came' },
  ])('is told from one that is away: $says', async ({ error, says }) => {
    const { fail } = await startDeleting(1000);
    await fail(error);
    expect(dialog()).toHaveTextContent(`${says}: trying again in 1 s (attempt 2 of 5)`);
  });
});
