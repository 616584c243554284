import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestBackground, testBackground } from '../helpers/background.ts';
import { prepare } from '../helpers/elasticsearch.ts';
import { type StartedProcess, startProcess } from '../helpers/start_process.ts';
import { until } from '../helpers/until.ts';

let index: string;
let background: TestBackground;

beforeEach(() => {
  index = `.own-index-${randomUUID()}`;
  background = testBackground({ index });
});
afterEach(async () => {
  await background.stop(0);
  await background.elasticsearch.close();
  await prepare('DELETE', `/${index}`);
});

const hourly = (id: string) => ({
  id,
  taskType: 'test',
  params: { of: id },
  state: {},
  schedule: { interval: '1h' },
});

describe('a console that is killed', () => {
  const LEASE_MS = 10_000;
  const TASKS = Array.from({ length: 200 }, (_, number) => `task-${number}`);
  /** As many runs as a console has at the same time. */
  const IN_FLIGHT = 10;
  const consoles: StartedProcess[] = [];

  afterEach(() => Promise.all(consoles.splice(0).map((one) => one.stop('SIGKILL'))));

  async function startConsole(ending: number): Promise<StartedProcess> {
    const args = ['test/helpers/task_console.ts', index, String(LEASE_MS), String(ending)];
    const started = await startProcess(args, /ready/);
    consoles.push(started);
    return started;
  }

  const said = (what: string, { output }: StartedProcess): string[] =>
    [...output().matchAll(new RegExp(`^${what} (.*)$`, 'gm'))].map(([, id = '']) => id);

  it('leaves its runs to another one, and every task is run once', async () => {
    const { taskManager } = background.started.plugins;
    await Promise.all(TASKS.map((id) => taskManager.ensureScheduled(hourly(id))));
    const dying = await startConsole(20);
    await until(() => said('begun', dying).length === 20 + IN_FLIGHT);
    const living = await startConsole(Infinity);
    await until(() => said('ended', living).length > 0);
    await dying.stop('SIGKILL');
    const killed = Date.now();
    const ended = () => [...said('ended', dying), ...said('ended', living)];
    await until(() => ended().length === TASKS.length);

    expect(Date.now() - killed).toBeLessThan(2 * LEASE_MS);
    expect(ended().sort()).toEqual([...TASKS].sort());
    expect(said('begun', dying)).toHaveLength(20 + IN_FLIGHT);
    expect(said('begun', living)).toHaveLength(TASKS.length - 20);
    for (const id of TASKS) {
      await until(async () => (await taskManager.get(id)).status === 'idle');
      expect(await taskManager.get(id)).toMatchObject({ state: { ends: 1 }, attempts: 0 });
    }
  });
});

describe('a task', () => {
  it('is run once by consoles that find it at the same time', async () => {
    const other = testBackground({ index });
    const ended: string[] = [];
    for (const { setup } of [background, other]) {
      setup.plugins.taskManager.registerTaskDefinitions({
        test: {
          title: 'Test',
          createTaskRunner: ({ taskInstance: { id } }) => ({
            async run() {
              ended.push(id);
              return undefined;
            },
          }),
        },
      });
    }
    const { taskManager } = background.started.plugins;
    const tasks = Array.from({ length: 40 }, (_, number) => hourly(`task-${number}`));
    await Promise.all(tasks.map(taskManager.ensureScheduled));
    await Promise.all([background.begin(), other.begin()]);
    await until(async () => {
      const states = await Promise.all(tasks.map(({ id }) => taskManager.get(id)));
      return states.every(({ status, runAt }) => status === 'idle' && runAt.getTime() > Date.now());
    });
    await other.stop(0);
    await other.elasticsearch.close();
    expect(ended.sort()).toEqual(tasks.map(({ id }) => id).sort());
  });

  it('runs when told to, with what it was given and what it left', async () => {
    const seen: unknown[] = [];
    background.setup.plugins.taskManager.registerTaskDefinitions({
      test: {
        title: 'Test',
        createTaskRunner: ({ taskInstance: { params, state } }) => ({
          async run() {
            seen.push({ params, state });
            return { state: { runs: seen.length } };
          },
        }),
      },
    });
    const { taskManager } = background.started.plugins;
    await taskManager.ensureScheduled({ ...hourly('a'), runAt: new Date(Date.now() + 60_000) });
    for (const runs of [1, 2]) {
      await taskManager.runSoon('a');
      await until(async () => (await taskManager.get('a')).state.runs === runs);
    }
    expect(seen).toEqual([
      { params: { of: 'a' }, state: {} },
      { params: { of: 'a' }, state: { runs: 1 } },
    ]);
    expect((await taskManager.get('a')).runAt.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it('that is due is found, and handed back by a console that stops', async () => {
    const begun = Promise.withResolvers<AbortSignal | undefined>();
    background.setup.plugins.taskManager.registerTaskDefinitions({
      test: {
        title: 'Test',
        createTaskRunner: ({ signal }) => ({
          run: () => new Promise(() => begun.resolve(signal)),
        }),
      },
    });
    const { taskManager } = background.started.plugins;
    await taskManager.ensureScheduled(hourly('a'));
    await background.begin();
    const signal = await begun.promise;
    await expect(taskManager.runSoon('a')).rejects.toMatchObject({ output: { statusCode: 409 } });
    await background.stop(10);
    expect(signal?.aborted).toBe(true);
    expect(await taskManager.get('a')).toMatchObject({ status: 'idle', attempts: 0 });
  });
});
