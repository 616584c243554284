import { describe, expect, it } from '@jest/globals';
import type { Task, Tasks } from '../../common/http_api/tasks.ts';
import { clientWith, refusal } from '../../test/helpers/call_route.ts';
import { START, tasksHost, userWith } from '../../test/helpers/tasks_host.ts';
import { MANAGED_KEY_TYPE } from '../host/saved_object_types.ts';

const DAY = 24 * 60 * 60 * 1000;

const taskIn = ({ body }: { readonly body: unknown }) => (body as { task: Task }).task;
const managerId = (id: string) => `projectApiKeys:${id}`;

describe('GET /tasks', () => {
  it('tells of tasks that are off, with the defaults and what they need', async () => {
    const { list, tasks } = tasksHost();
    await tasks.start();
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body).toEqual({
      tasks: [
        {
          id: 'delete_expired_keys',
          title: expect.any(String),
          description: expect.any(String),
          enabled: false,
          params: { interval: '1d', older_than: '7d', owners: 'all' },
          required_privileges: { cluster: ['manage_api_key'] },
          runs: [],
          running: false,
        },
        expect.objectContaining({ id: 'notify_expiring_keys', enabled: false }),
        expect.objectContaining({
          id: 'invalidate_released_keys',
          enabled: true,
          params: {},
          required_privileges: { cluster: [] },
          next_run: START,
        }),
      ],
    });
  });

  it('says why there are none', async () => {
    const reason = 'Set xpack.encryptedSavedObjects.encryptionKey.';
    const { list } = tasksHost({ plugins: { backgroundTasksUnavailable: () => reason } });
    const { unavailable, tasks } = (await list()).body as Tasks;
    expect(unavailable).toBe(reason);
    expect(tasks.map(({ enabled }) => enabled)).toEqual([false, false, false]);
  });
});

it('every route is for users only', async () => {
  const nobody = clientWith({
    async authenticate() {
      throw refusal(401, 'security_exception', 'unable to authenticate user [nobody]');
    },
  });
  const { change, list, run } = tasksHost();
  const id = 'invalidate_released_keys';
  const answers = [
    await list(nobody),
    await change(id, { enabled: true }, nobody),
    await run(id, nobody),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});

describe('PUT /tasks/{id}', () => {
  it('turns a task on, with a key that has the declared privileges and no others', async () => {
    const { change, kibana } = tasksHost();
    const answer = await change('delete_expired_keys', {
      enabled: true,
      params: { interval: '1h', owners: 'own' },
    });
    const [key] = kibana.keys;
    expect(taskIn(answer)).toMatchObject({
      enabled: true,
      params: { interval: '1h', older_than: '7d', owners: 'own' },
      key: { id: key?.id, name: key?.name, username: 'ann', status: 'active' },
      running: false,
      next_run: START + 60 * 60 * 1000,
    });
    expect(kibana.grantAsInternalUser.mock.calls).toEqual([
      [
        expect.objectContaining({ headers: { authorization: 'Basic YW5uOmFubg==' } }),
        {
          name: expect.stringMatching(/^Delete expired keys \(/),
          role_descriptors: { delete_expired_keys: { cluster: ['manage_api_key'] } },
          metadata: { managed: true, task: managerId('delete_expired_keys') },
        },
      ],
    ]);
  });

  it('keeps the parameters where none are given', async () => {
    const { change } = tasksHost();
    await change('delete_expired_keys', { enabled: true, params: { older_than: '1d' } });
    const params = { interval: '1d', older_than: '1d', owners: 'all' };
    for (const enabled of [false, true])
      expect(taskIn(await change('delete_expired_keys', { enabled })).params).toEqual(params);
  });

  it('takes those that are given for all', async () => {
    const { change } = tasksHost();
    const params = { webhook_url: 'https://hooks.example.org/' };
    const user = userWith('read_security', 'create_index', 'create_doc', 'index', 'read');
    await change('notify_expiring_keys', { enabled: false, params }, user);
    expect(
      taskIn(await change('notify_expiring_keys', { enabled: true, params: {} }, user)).params,
    ).toEqual({ interval: '1d', before: ['14d', '7d', '1d'] });
  });

  it('turns a task off, and its key does not work any more', async () => {
    const { change, kibana } = tasksHost();
    await change('delete_expired_keys', { enabled: true });
    const task = taskIn(await change('delete_expired_keys', { enabled: false }));
    expect(task).toMatchObject({ enabled: false, running: false });
    expect(task).not.toHaveProperty('key');
    expect(task).not.toHaveProperty('next_run');
    expect(kibana.liveKeys()).toEqual([]);
    expect([...kibana.taskManager.tasks.keys()]).toEqual([]);
  });

  it('grants another key each time a task is turned on, and gives the former one up', async () => {
    const { change, kibana } = tasksHost();
    const first = taskIn(await change('delete_expired_keys', { enabled: true })).key?.id;
    const second = taskIn(await change('delete_expired_keys', { enabled: true })).key?.id;
    expect(second).not.toBe(first);
    expect(kibana.liveKeys()).toEqual([second]);
  });

  it('leaves the key alone while a run goes on, and gives it up afterwards', async () => {
    const { change, kibana } = tasksHost();
    const id = managerId('delete_expired_keys');
    await change('delete_expired_keys', { enabled: true });
    kibana.taskManager.setRunning(id, true);
    await change('delete_expired_keys', { enabled: false });
    expect(kibana.liveKeys()).toHaveLength(1);
    kibana.taskManager.setRunning(id, false);
    await kibana.taskManager.start.ensureScheduled({
      id: managerId('invalidate_released_keys'),
      taskType: managerId('invalidate_released_keys'),
      params: {},
      state: {},
    });
    await kibana.taskManager.run(managerId('invalidate_released_keys'));
    expect(kibana.liveKeys()).toEqual([]);
    expect(kibana.taskManager.tasks.has(id)).toBe(false);
  });

  it.each([
    ['delete_expired_keys', userWith(), [/cluster privilege \[manage_api_key\]/]],
    [
      'notify_expiring_keys',
      userWith('create_doc'),
      [
        /cluster privilege \[read_security\]/,
        /index privilege \[create_index\] on \[project-api-keys-notifications\]/,
      ],
    ],
  ])('is refused for %s with the names of what is missing', async (id, user, missing) => {
    const { change, kibana } = tasksHost();
    for (const enabled of [true, false]) {
      const { status, body } = await change(id, { enabled }, user);
      expect(status).toBe(403);
      for (const name of missing) expect(body).toEqual({ message: expect.stringMatching(name) });
    }
    expect(kibana.savedObjects.objects.size).toBe(0);
  });

  it('is refused to who is signed in by an API key', async () => {
    const { change } = tasksHost();
    const headers = { authorization: 'ApiKey abc' };
    expect(
      await change('delete_expired_keys', { enabled: true }, undefined, { headers }),
    ).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/signed in by an API key/) },
    });
  });

  it.each([
    [
      { enabled: true, params: { interval: '9s' } },
      /\[request body\.params\.interval\]: expected an/,
    ],
    [
      { enabled: true, params: { older: '1d' } },
      /\[request body\.params\.older\]: expected one of/,
    ],
    [{ enabled: 'yes' }, /\[request body\.enabled\]/],
  ])('refuses %j', async (body, message) => {
    const { change } = tasksHost();
    expect(await change('delete_expired_keys', body)).toEqual({
      status: 400,
      headers: {},
      body: { message: expect.stringMatching(message) },
    });
  });

  it('refuses a webhook that the settings do not allow, but not to turn it off', async () => {
    const { change } = tasksHost();
    const params = { webhook_url: 'https://hooks.example.org/' };
    const user = userWith('read_security', 'create_index', 'index', 'read');
    expect(await change('notify_expiring_keys', { enabled: true, params }, user)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/allowedHosts/) },
    });
    expect(await change('notify_expiring_keys', { enabled: false, params }, user)).toMatchObject({
      status: 200,
    });
  });

  it('cannot change what is always on', async () => {
    const { change } = tasksHost();
    expect(await change('invalidate_released_keys', { enabled: false })).toMatchObject({
      status: 400,
    });
    const params = { interval: '10s' };
    expect(await change('invalidate_released_keys', { enabled: true, params })).toMatchObject({
      status: 400,
    });
    expect(await change('invalidate_released_keys', { enabled: true })).toMatchObject({
      status: 200,
    });
  });

  it.each(['nothing', 'constructor'])('knows no task %s', async (id) => {
    const { change, run } = tasksHost();
    expect((await change(id, { enabled: true })).status).toBe(404);
    expect((await run(id)).status).toBe(404);
  });

  it('is a conflict with the reason where there are no tasks', async () => {
    const plugins = { backgroundTasksUnavailable: () => 'No key is set.' };
    const { change, run } = tasksHost({ plugins });
    const refused = { status: 409, body: { message: 'No key is set.' } };
    expect(await change('delete_expired_keys', { enabled: true })).toMatchObject(refused);
    expect(await run('delete_expired_keys')).toMatchObject(refused);
  });
});

describe('a process that dies while a task is turned on or off', () => {
  it.each([
    ['on', false, true],
    ['on again', true, true],
    ['off', true, false],
  ])('%s leaves no key but that of the task', async (_name, before, after) => {
    for (let steps = 0; ; steps++) {
      const { clock, change, kibana, list, tasks } = tasksHost();
      await tasks.start();
      if (before) await change('delete_expired_keys', { enabled: true });
      kibana.process.restart();
      kibana.process.dieAfter(steps);
      const ended = await change('delete_expired_keys', { enabled: after }).catch(() => undefined);
      kibana.process.restart();
      clock.now += 60 * 60 * 1000;
      await tasks.start();
      await kibana.taskManager.run(managerId('invalidate_released_keys'));

      const [task] = ((await list()).body as Tasks).tasks;
      expect(kibana.liveKeys()).toEqual(task?.enabled ? [task.key?.id] : []);
      expect(kibana.savedObjects.idsOf(MANAGED_KEY_TYPE)).toHaveLength(kibana.liveKeys().length);
      expect(kibana.taskManager.tasks.has(managerId('delete_expired_keys'))).toBe(task?.enabled);
      if (ended?.status === 200) return;
    }
  });
});

describe('POST /tasks/{id}/_run', () => {
  const EXPIRED = ['ann', 'bob', 'eve'].map((username) => ({
    id: `expired-${username}`,
    name: 'expired',
    username,
    creation: START - 90 * DAY,
    expiration: START - 8 * DAY,
  }));
  const ACTIVE = { id: 'active', name: 'active', username: 'bob', creation: START - DAY };

  it('answers when the run has ended, with what it did', async () => {
    const { change, kibana, run } = tasksHost({ keys: [...EXPIRED, ACTIVE] });
    const { key } = taskIn(await change('delete_expired_keys', { enabled: true }));
    const task = taskIn(await run('delete_expired_keys'));
    const last = {
      started: START,
      ended: expect.any(Number),
      outcome: 'succeeded',
      message: 'Deleted 3 expired keys (1 of ann, 1 of bob, 1 of eve).',
      affected: 3,
    };
    expect(task).toMatchObject({ running: false, last_run: last, runs: [last] });
    expect(kibana.liveKeys()).toEqual(['active', key?.id]);
    expect(new Set(kibana.used)).toEqual(new Set(kibana.secrets()));
  });

  it('keeps the last 20 runs, the newest first', async () => {
    const { change, clock, run } = tasksHost();
    await change('delete_expired_keys', { enabled: true });
    for (let runs = 0; runs < 22; runs++) {
      clock.now = START + runs * DAY;
      await run('delete_expired_keys');
    }
    const { runs } = taskIn(await run('delete_expired_keys'));
    expect(runs).toHaveLength(20);
    expect(runs[1]?.started).toBe(START + 21 * DAY);
  });

  it('answers after 30 s while the run goes on', async () => {
    const { change, clock, kibana, run } = tasksHost();
    await change('delete_expired_keys', { enabled: true });
    kibana.taskManager.start.runSoon = async (id) => {
      kibana.taskManager.setRunning(id, true);
      return { id };
    };
    expect(taskIn(await run('delete_expired_keys'))).toMatchObject({ running: true, runs: [] });
    expect(clock.now - START).toBe(30_000);
    expect((await run('delete_expired_keys')).status).toBe(409);
  });

  it('is refused without the privileges', async () => {
    const { change, run } = tasksHost();
    await change('delete_expired_keys', { enabled: true });
    expect((await run('delete_expired_keys', userWith())).status).toBe(403);
  });

  it('is a conflict for a task that is off', async () => {
    const { run } = tasksHost();
    expect((await run('delete_expired_keys')).status).toBe(409);
  });

  it('tells that the key was deleted by hand, and what to do', async () => {
    const { change, kibana, run } = tasksHost();
    await change('delete_expired_keys', { enabled: true });
    for (const [index, key] of kibana.keys.entries())
      kibana.keys[index] = { ...key, invalidated: true };
    expect(taskIn(await run('delete_expired_keys'))).toMatchObject({
      key: { status: 'deleted' },
      last_run: {
        outcome: 'failed',
        message: expect.stringMatching(/was deleted or has expired\. Turn the task on again/),
      },
    });
    const again = taskIn(await change('delete_expired_keys', { enabled: true }));
    expect(again.key?.status).toBe('active');
    expect(taskIn(await run('delete_expired_keys')).last_run?.outcome).toBe('succeeded');
  });

  it('runs the queue for every user', async () => {
    const { run, tasks } = tasksHost();
    await tasks.start();
    expect(taskIn(await run('invalidate_released_keys', userWith()))).toMatchObject({
      last_run: { outcome: 'succeeded', message: 'Invalidated 0 keys.' },
    });
  });
});
