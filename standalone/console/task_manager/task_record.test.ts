import { describe, expect, it } from '@jest/globals';
import {
  claimed,
  concrete,
  dueNow,
  failed,
  isExhausted,
  released,
  rescheduled,
  scheduled,
  succeeded,
  type TaskRecord,
} from './task_record.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const HOUR = 3_600_000;
const FAILING = { now: NOW, random: 0.5, maxAttempts: 3 };

const hourly = {
  id: 'a',
  taskType: 't',
  params: {},
  state: { n: 1 },
  schedule: { interval: '1h' },
};
const { schedule: _, ...once } = hourly;

const idle = (task = hourly, given: Partial<TaskRecord> = {}): TaskRecord => ({
  ...scheduled(task, NOW),
  ...given,
});
const running = (task?: typeof hourly, given: Partial<TaskRecord> = {}): TaskRecord =>
  claimed(idle(task, given), 'claim', NOW);

describe('a new task', () => {
  it.each([
    ['at once', hourly, NOW],
    ['at once, without a schedule', once, NOW],
    ['when it is told to', { ...hourly, runAt: new Date(NOW + 5) }, NOW + 5],
    [
      'when a cron expression says',
      { ...hourly, schedule: { interval: '0 15 * * *' } },
      NOW + 3 * HOUR,
    ],
  ])('is due %s', (_when, task, runAt) => {
    expect(scheduled(task, NOW)).toMatchObject({ status: 'idle', attempts: 0, runAt });
  });

  it('needs a schedule that is one', () => {
    expect(() => scheduled({ ...hourly, schedule: { interval: 'often' } }, NOW)).toThrow('often');
  });
});

describe('a task under a schedule', () => {
  it('that is another one counts from now', () => {
    const task = rescheduled(idle(hourly, { runAt: NOW + 1 }), { interval: '2h' }, NOW);
    expect(task).toMatchObject({
      schedule: { interval: '2h' },
      runAt: NOW + 2 * HOUR,
      state: { n: 1 },
    });
  });

  it.each([
    ['soon stays', NOW + 1, NOW + 1],
    ['too far off for its schedule is brought forward', NOW + 24 * HOUR, NOW + HOUR],
  ])('that it had already, due %s', (_when, before, after) => {
    const task = rescheduled(idle(hourly, { runAt: before }), { interval: '1h' }, NOW);
    expect(task.runAt).toBe(after);
  });
});

describe('a run', () => {
  it('counts as an attempt and has a name', () => {
    expect(running()).toMatchObject({
      status: 'running',
      attempts: 1,
      startedAt: NOW,
      claim: 'claim',
    });
  });

  it('that succeeded leaves its state and is due again', () => {
    const task = succeeded(running(), { n: 2 }, NOW + 10);
    expect(task).toEqual({ ...idle(), state: { n: 2 }, runAt: NOW + HOUR });
  });

  it('that succeeded is the only one without a schedule', () => {
    expect(succeeded(running(once as typeof hourly), {}, NOW)).toBeUndefined();
  });

  it('that failed keeps the state, and is tried again after a while', () => {
    expect(failed(running(), FAILING)).toEqual({ ...idle(), attempts: 1, runAt: NOW + 5000 });
  });

  it('is tried again for ever on a schedule', () => {
    expect(failed(running(hourly, { attempts: 99 }), FAILING).status).toBe('idle');
  });

  it.each([
    [0, 'idle'],
    [1, 'idle'],
    [2, 'failed'],
  ])('that failed after %i others, without a schedule, leaves the task %s', (attempts, status) => {
    const task = failed(running(once as typeof hourly, { attempts }), FAILING);
    expect(task.status).toBe(status);
    expect(isExhausted(task, FAILING.maxAttempts)).toBe(status === 'failed');
  });

  it('that was handed back has never been', () => {
    expect(released(running())).toEqual(idle());
  });
});

it('a task that was given up begins anew when it is to run soon', () => {
  const givenUp = idle(once as typeof hourly, { status: 'failed', attempts: 3, runAt: 0 });
  expect(dueNow(givenUp, NOW)).toMatchObject({ status: 'idle', attempts: 0, runAt: NOW });
});

it('plugins see dates, and nothing of the claim', () => {
  expect(concrete(running())).toEqual({
    ...hourly,
    status: 'running',
    attempts: 1,
    runAt: new Date(NOW),
    startedAt: new Date(NOW),
  });
});
