import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskDefinition } from '../../../server/index.ts';
import { type MemoryTaskStore, memoryTaskStore } from '../../../test/helpers/memory_task_store.ts';
import { createTaskManagerSetup, createTaskManagerStart } from './task_manager.ts';
import { claimed, scheduled } from './task_record.ts';
import type { StoredTask } from './task_store.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;
const hourly = {
  id: 'a',
  taskType: 't',
  params: { n: 1 },
  state: {},
  schedule: { interval: '1h' },
};

let store: MemoryTaskStore;
let offered: StoredTask[];
const taskManager = (now = NOW) =>
  createTaskManagerStart(store, { offer: (due) => offered.push(due) }, () => now);

beforeEach(() => {
  store = memoryTaskStore();
  offered = [];
});

describe('ensureScheduled', () => {
  it('schedules what is not there yet, to run at once', async () => {
    await expect(taskManager().ensureScheduled(hourly)).resolves.toEqual(hourly);
    expect(await taskManager().get('a')).toEqual({
      ...hourly,
      status: 'idle',
      attempts: 0,
      runAt: new Date(NOW),
      startedAt: null,
    });
  });

  it('leaves what is there as it is, but for the schedule', async () => {
    await taskManager().ensureScheduled({ ...hourly, runAt: new Date(NOW + 5) });
    await taskManager().ensureScheduled({ ...hourly, params: { n: 2 } });
    expect(store.task('a')).toMatchObject({ params: { n: 1 }, runAt: NOW + 5 });
    await taskManager().ensureScheduled({ ...hourly, schedule: { interval: '2h' } });
    expect(store.task('a')).toMatchObject({ schedule: { interval: '2h' }, runAt: NOW + 2 * HOUR });
  });

  it('writes nothing where nothing changes', async () => {
    await taskManager().ensureScheduled(hourly);
    const before = await store.get('a');
    await taskManager(NOW + 5).ensureScheduled(hourly);
    expect(await store.get('a')).toEqual(before);
  });

  it('is done once by consoles that start at the same time', async () => {
    await Promise.all([hourly, hourly, hourly].map(taskManager().ensureScheduled));
    expect(store.task('a').runAt).toBe(NOW);
  });

  it('refuses a schedule that is none', async () => {
    const often = { ...hourly, schedule: { interval: 'often' } };
    await expect(taskManager().ensureScheduled(often)).rejects.toMatchObject({
      output: { statusCode: 400 },
    });
  });
});

describe('runSoon', () => {
  it('makes a task due and has it run here', async () => {
    await taskManager().ensureScheduled({ ...hourly, runAt: new Date(NOW + HOUR) });
    await expect(taskManager().runSoon('a')).resolves.toEqual({ id: 'a' });
    expect(offered).toEqual([await store.get('a')]);
    expect(store.task('a').runAt).toBe(NOW);
  });

  it('refuses one that is running', async () => {
    store = memoryTaskStore([claimed(scheduled(hourly, NOW), 'claim', NOW)]);
    await expect(taskManager().runSoon('a')).rejects.toMatchObject({
      message: 'Task a is running already',
      output: { statusCode: 409 },
    });
  });
});

it.each(['runSoon', 'get'] as const)(
  '%s does not know a task that is not there',
  async (method) => {
    await expect(taskManager()[method]('b')).rejects.toMatchObject({
      message: 'Task b not found',
      output: { statusCode: 404 },
    });
  },
);

it('removeIfExists removes a task, or does nothing', async () => {
  await taskManager().ensureScheduled(hourly);
  await taskManager().removeIfExists('a');
  await taskManager().removeIfExists('a');
  await expect(store.get('a')).resolves.toBeUndefined();
});

it('a task type is registered once', () => {
  const definition: TaskDefinition = {
    title: 'T',
    createTaskRunner: () => ({ run: async () => undefined }),
  };
  const definitions = new Map();
  const setup = createTaskManagerSetup(definitions);
  setup.registerTaskDefinitions({ t: definition });
  expect([...definitions]).toEqual([['t', definition]]);
  expect(() => setup.registerTaskDefinitions({ t: definition })).toThrow('registered already');
});
