import { errors } from '@elastic/elasticsearch';
import { describe, expect, it } from '@jest/globals';
import { refusal } from '../../test/helpers/call_route.ts';
import { fakeKibanaBackground } from '../../test/helpers/fake_kibana_background.ts';
import { setUpBackground } from '../host/background_services.ts';
import type { TaskRunContext } from '../kibana_background.ts';
import { ManagedKeyError } from '../managed_keys/managed_key.ts';
import { createManagedKeys } from '../managed_keys/managed_keys.ts';
import { type HostTask, TaskFailure, type TaskOutcome } from './background_task.ts';
import { runTask } from './run_task.ts';
import { readTask } from './task_store.ts';

const NOW = Date.UTC(2026, 0, 1);
const STATE = { since: NOW - 1 };

/** How Kibana tells that a run is to stop. */
type RunEnd = Pick<TaskRunContext, 'signal' | 'abortController'>;

/** Runs a task that does this; gives what the task manager gets and what is kept. */
async function runOf(act: () => Promise<TaskOutcome>, end: RunEnd = {}) {
  const kibana = fakeKibanaBackground();
  const services = setUpBackground(kibana.core, kibana.plugins);
  const task: HostTask = {
    kind: 'host',
    id: 'a_task',
    title: 'A task',
    description: '',
    interval: '1d',
    run: act,
  };
  const taskInstance = {
    ...{ id: task.id, taskType: task.id, params: {}, state: STATE },
    ...{ runAt: new Date(), startedAt: null, status: 'running', attempts: 1 },
  };
  const managedKeys = createManagedKeys(services, () => NOW);
  const result = await runTask(
    task,
    { services, managedKeys, now: () => NOW },
    { taskInstance, ...end },
  ).catch((error: unknown) => error);
  const [run] = (await readTask(kibana.savedObjects.client, task.id)).runs;
  return { result, run };
}
const failing = (error: unknown) =>
  runOf(async () => {
    throw error;
  });

describe('a run that succeeds', () => {
  it('is kept, and looked back to by the next one', async () => {
    expect(await runOf(async () => ({ message: 'Done.', affected: 2 }))).toEqual({
      result: { state: { since: NOW } },
      run: { started: NOW, ended: NOW, outcome: 'succeeded', message: 'Done.', affected: 2 },
    });
  });
});

describe('a run that fails', () => {
  it.each([
    ['in part', new TaskFailure('Two of three.', 2), 'Two of three.', 2],
    ['where Elasticsearch refuses', refusal(403, 'security_exception', 'not you'), 'not you', 0],
    [
      'where Elasticsearch is away',
      new errors.ConnectionError('connect ECONNREFUSED'),
      'Elasticsearch cannot be reached, or it closed the connection. Try again in a few seconds.',
      0,
    ],
  ])('%s is kept with the reason, and tried again', async (_case, error, message, affected) => {
    const { result, run } = await failing(error);
    expect(run).toMatchObject({ outcome: 'failed', message, affected });
    expect(result).toEqual(new Error(message));
    expect(result).not.toBe(error);
  });

  it('by an error of our own tells the log, not the page', async () => {
    const bug = new TypeError('undefined is not a function');
    const { result, run } = await failing(bug);
    expect(result).toBe(bug);
    expect(run).toMatchObject({ message: 'It failed unexpectedly: see the log of the server.' });
  });

  it('for want of a key is not tried again before its time, and looks back as far', async () => {
    const { result, run } = await failing(new ManagedKeyError('gone', 'It is gone.'));
    expect(result).toEqual({ state: STATE });
    expect(run).toMatchObject({
      outcome: 'failed',
      message: 'It is gone. Turn the task on again to grant it another.',
    });
  });

  it.each<RunEnd>([
    { signal: AbortSignal.abort() },
    { abortController: { signal: AbortSignal.abort() } },
  ])('because Kibana stops it, in either way, says what it did', async (end) => {
    const { result, run } = await runOf(async () => ({ message: 'One.', affected: 1 }), end);
    expect(run).toMatchObject({
      outcome: 'failed',
      message: 'It was stopped before its end. One.',
      affected: 1,
    });
    expect(result).toBeInstanceOf(Error);
  });
});
