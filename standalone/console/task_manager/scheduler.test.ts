import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskDefinition, TaskRunContext } from '../../../server/index.ts';
import { FakeTime, settled } from '../../../test/helpers/fake_time.ts';
import {
  type MemoryTaskStore,
  memoryTaskStore,
  unreliable,
} from '../../../test/helpers/memory_task_store.ts';
import { createLogging } from '../logging.ts';
import { Availability } from '../own_index/availability.ts';
import { Scheduler } from './scheduler.ts';
import { claimed, scheduled, type TaskRecord } from './task_record.ts';

const SECOND = 1000;
const LEASE = 30 * SECOND;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

let time: FakeTime;
let log: string;
/** Every run that has begun, in that order. */
let runs: Run[];

interface Run extends TaskRunContext {
  /** Which console runs it. */
  readonly by: string;
  end(error?: Error): void;
}

beforeEach(() => {
  time = new FakeTime();
  log = '';
  runs = [];
});

const dueNow = (id: string, interval = '1h'): TaskRecord =>
  scheduled({ id, taskType: 'test', params: {}, state: {}, schedule: { interval } }, time.now());
const dueTasks = (count: number) => Array.from({ length: count }, (_, i) => dueNow(`task ${i}`));

/** A console that looks for tasks; what it runs goes on until a test ends it. */
function startConsole(store: MemoryTaskStore, by = 'one', given: Partial<TaskDefinition> = {}) {
  const reached = unreliable(store);
  const logging = createLogging('all', (line) => {
    log += line;
  });
  const availability = new Availability(logging.get('background_tasks'));
  const definition: TaskDefinition = {
    title: 'Test',
    ...given,
    createTaskRunner: (context) => ({
      run: () =>
        new Promise((resolve, reject) => {
          const end = (error?: Error) => (error ? reject(error) : resolve({ state: { by } }));
          runs.push({ ...context, by, end });
        }),
    }),
  };
  const scheduler = new Scheduler({
    store: reached,
    definitions: new Map([['test', definition]]),
    availability,
    log: logging.get('task_manager'),
    time,
    random: () => 0.5,
    leaseMs: LEASE,
  });
  scheduler.start();
  return { scheduler, availability, store: reached };
}

const endAll = async (): Promise<void> => {
  for (const run of runs) run.end();
  await settled();
};

describe('a task that is due', () => {
  it('runs once, and again when it is due again', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store);
    await time.pass(10 * SECOND);
    expect(runs).toHaveLength(1);
    expect(store.task('a')).toMatchObject({ status: 'running' });
    await endAll();
    expect(store.task('a')).toMatchObject({ status: 'idle', state: { by: 'one' }, attempts: 0 });
    await time.pass(HOUR - 11 * SECOND);
    expect(runs).toHaveLength(1);
    await time.pass(10 * SECOND);
    expect(runs).toHaveLength(2);
  });

  it('waits while ten others run, and follows as soon as one of them ends', async () => {
    startConsole(memoryTaskStore(dueTasks(12)));
    await settled();
    expect(runs).toHaveLength(10);
    runs[3]?.end();
    await settled();
    expect(runs).toHaveLength(11);
  });

  it('is run by one of several consoles', async () => {
    const store = memoryTaskStore(dueTasks(40));
    startConsole(store, 'one');
    startConsole(store, 'two');
    await settled();
    while (runs.length < 40) await endAll();
    await endAll();
    await time.pass(HOUR / 2);
    expect(new Set(runs.map(({ taskInstance }) => taskInstance.id)).size).toBe(40);
    expect(runs).toHaveLength(40);
    expect(new Set(runs.map(({ by }) => by)).size).toBe(2);
  });

  it('of a type that this console does not know is left to others', async () => {
    startConsole(memoryTaskStore([{ ...dueNow('a'), taskType: 'unknown' }]));
    await time.pass(HOUR);
    expect(runs).toEqual([]);
  });
});

describe('a run that fails', () => {
  it('is tried again after a while that grows', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store);
    await settled();
    runs[0]?.end(new Error('no luck'));
    await settled();
    expect(log).toContain('Task a failed: no luck');
    expect(store.task('a')).toMatchObject({ attempts: 1, runAt: time.now() + 5 * SECOND });
    await time.pass(10 * SECOND);
    runs[1]?.end(new Error('no luck'));
    await settled();
    expect(store.task('a')).toMatchObject({ attempts: 2, runAt: time.now() + 10 * SECOND });
  });

  it('is aborted when its time is over', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store, 'one', { timeout: '2m' });
    await time.pass(119 * SECOND);
    expect(runs[0]?.signal?.aborted).toBe(false);
    await time.pass(2 * SECOND);
    expect(runs[0]?.signal?.aborted).toBe(true);
    expect(store.task('a')).toMatchObject({ status: 'idle', attempts: 1 });
    expect(log).toContain('Task a failed: it took longer than 120 s');
  });

  it('is given up without a schedule, however its runs ended', async () => {
    const { schedule: _, ...once } = dueNow('a');
    const store = memoryTaskStore([claimed({ ...once, attempts: 2 }, 'of a dead console', 0)]);
    startConsole(store);
    await time.pass(2 * LEASE);
    expect(store.task('a').status).toBe('failed');
    expect(runs).toEqual([]);
  });
});

describe('a run that goes on for long', () => {
  it('stays with its console', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store, 'one', { timeout: '1h' });
    await settled();
    startConsole(store, 'two');
    await time.pass(10 * LEASE);
    expect(runs).toHaveLength(1);
  });

  it('is taken over from a console that died, after its lease and within two', async () => {
    const store = memoryTaskStore([claimed(dueNow('a'), 'of a dead console', 0)]);
    startConsole(store);
    await time.pass(LEASE - SECOND);
    expect(runs).toHaveLength(0);
    await time.pass(LEASE);
    expect(runs).toHaveLength(1);
  });

  it('ends with the lease of a console that is cut off, and its result does not count', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    const one = startConsole(store, 'one');
    await settled();
    startConsole(store, 'two');
    one.store.failure = new Error('cut off');
    await time.pass(LEASE - SECOND);
    expect(runs[0]?.signal?.aborted).toBe(false);
    await time.pass(LEASE);
    expect(runs[0]?.signal?.aborted).toBe(true);
    expect(runs.map(({ by }) => by)).toEqual(['one', 'two']);
    one.store.failure = undefined;
    runs[0]?.end();
    await time.pass(LEASE);
    expect(store.task('a')).toMatchObject({ status: 'running' });
    runs[1]?.end();
    await settled();
    expect(store.task('a')).toMatchObject({ status: 'idle', state: { by: 'two' } });
  });

  it('is recorded once Elasticsearch answers again', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    const { store: reached } = startConsole(store);
    await settled();
    reached.failure = new Error('away');
    runs[0]?.end();
    await time.pass(2 * SECOND);
    reached.failure = undefined;
    await time.pass(LEASE);
    expect(store.task('a')).toMatchObject({ status: 'idle', state: { by: 'one' } });
    expect(runs).toHaveLength(1);
  });

  it('keeps a schedule that it is given meanwhile', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store);
    await settled();
    const { task, version } = (await store.get('a')) ?? {};
    if (task && version) await store.save({ ...task, schedule: { interval: '1d' } }, version);
    await endAll();
    expect(store.task('a')).toMatchObject({ status: 'idle', schedule: { interval: '1d' } });
    expect(store.task('a').runAt).toBe(time.now() + DAY);
  });

  it('is aborted when its task is removed', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store);
    await settled();
    await store.remove('a', 'any');
    await time.pass(LEASE);
    expect(runs[0]?.signal?.aborted).toBe(true);
    await expect(store.get('a')).resolves.toBeUndefined();
  });
});

describe('a console that stops', () => {
  it('lets runs end and begins no more', async () => {
    const store = memoryTaskStore(dueTasks(11));
    const { scheduler } = startConsole(store);
    await settled();
    const stopped = scheduler.stop(30 * SECOND);
    await endAll();
    await stopped;
    expect(runs).toHaveLength(10);
    expect(store.task('task 0')).toMatchObject({ status: 'idle', state: { by: 'one' } });
  });

  it('hands back what takes too long, for another one to run at once', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    const { scheduler } = startConsole(store);
    await settled();
    const stopped = scheduler.stop(5 * SECOND);
    await time.pass(5 * SECOND);
    await stopped;
    expect(runs[0]?.signal?.aborted).toBe(true);
    expect(store.task('a')).toMatchObject({ status: 'idle', attempts: 0 });
    startConsole(store, 'two');
    await settled();
    expect(runs.map(({ by }) => by)).toEqual(['one', 'two']);
  });

  it('does not wait for what runs nowhere', async () => {
    await startConsole(memoryTaskStore()).scheduler.stop(DAY);
  });
});

describe('the clock of a machine', () => {
  it('that is set forward by a day makes due what would have been, once', async () => {
    startConsole(memoryTaskStore([dueNow('a')]));
    await settled();
    await endAll();
    time.setClock(DAY);
    await time.pass(10 * SECOND);
    expect(runs).toHaveLength(2);
    await endAll();
    await time.pass(HOUR / 2);
    expect(runs).toHaveLength(2);
  });

  it('that is set forward ends no lease', async () => {
    const store = memoryTaskStore([dueNow('a')]);
    startConsole(store, 'one', { timeout: '1h' });
    await settled();
    startConsole(store, 'two');
    time.setClock(DAY);
    await time.pass(2 * LEASE);
    expect(runs).toHaveLength(1);
  });

  it('that is set back by a day makes nothing wait for longer than its interval', async () => {
    startConsole(memoryTaskStore([dueNow('a')]));
    await settled();
    await endAll();
    time.setClock(-DAY);
    await time.pass(HOUR / 2);
    expect(runs).toHaveLength(1);
    await time.pass(HOUR / 2 + 10 * SECOND);
    expect(runs).toHaveLength(2);
  });
});

describe('whether tasks work', () => {
  it('is told to the log when it changes, and told to those who ask', async () => {
    const { store, availability } = startConsole(memoryTaskStore());
    expect(availability.problem).toContain('about to start');
    await settled();
    expect(availability.problem).toBeUndefined();
    store.failure = Object.assign(new Error(), { name: 'ConnectionError' });
    await time.pass(60 * SECOND);
    expect(availability.status).toMatchObject({
      level: 'degraded',
      summary: expect.stringContaining('Elasticsearch cannot be reached'),
    });
    // Whoever asks then hears so from their own request.
    expect(availability.problem).toBeUndefined();
    store.failure = undefined;
    await time.pass(20 * SECOND);
    expect(availability.status).toMatchObject({ level: 'available' });
    expect(log.match(/Background tasks are \w+/g)).toEqual([
      'Background tasks are on',
      'Background tasks are off',
      'Background tasks are on',
    ]);
  });
});
