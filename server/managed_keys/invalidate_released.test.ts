import { describe, expect, it } from '@jest/globals';
import { fakeKibanaBackground, requestBy } from '../../test/helpers/fake_kibana_background.ts';
import { setUpBackground } from '../host/background_services.ts';
import { RELEASED_KEY_TYPE } from '../host/saved_object_types.ts';
import { invalidateReleased } from './invalidate_released.ts';
import { createManagedKeys } from './managed_keys.ts';

const TASK = 'books:count';

/** A host where so many keys were released, one a millisecond. */
async function withReleased(count: number) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const kibana = fakeKibanaBackground({ now: () => clock.now });
  const services = setUpBackground(kibana.core, kibana.plugins);
  const managedKeys = createManagedKeys(services, () => clock.now);
  const roleDescriptors = { r: { cluster: ['monitor'] } };
  for (let key = 0; key < count; key++) {
    clock.now += 1;
    const grant = { task: TASK, name: 'Count', roleDescriptors };
    await managedKeys.release(await managedKeys.grant(requestBy(), grant));
  }
  return {
    kibana,
    run: async () => invalidateReleased(await services(), clock.now),
    queued: () => kibana.savedObjects.idsOf(RELEASED_KEY_TYPE).length,
    ids: kibana.keys.map(({ id }) => id),
  };
}

it('invalidates 500 keys with five requests, the oldest first', async () => {
  const { kibana, run, queued, ids } = await withReleased(500);
  expect(await run()).toEqual({ invalidated: 500, failures: [], inUse: 0 });
  expect(kibana.invalidateApiKey.mock.calls.map(([request]) => request)).toEqual(
    [0, 100, 200, 300, 400].map((start) => ({ ids: ids.slice(start, start + 100) })),
  );
  expect({ live: kibana.liveKeys(), queued: queued() }).toEqual({ live: [], queued: 0 });
});

it('asks for nothing where nothing is queued', async () => {
  const { kibana, run } = await withReleased(0);
  expect(await run()).toEqual({ invalidated: 0, failures: [], inUse: 0 });
  expect(kibana.invalidateApiKey).not.toHaveBeenCalled();
});

describe('a key that Elasticsearch cannot invalidate', () => {
  it('stays queued with the reason, and goes when it can', async () => {
    const { kibana, run, queued, ids } = await withReleased(3);
    const [, stuck = ''] = ids;
    kibana.stuck.push(stuck);
    const reason = `[${stuck}] is stuck`;
    expect(await run()).toEqual({ invalidated: 2, failures: [reason], inUse: 0 });
    expect([...kibana.savedObjects.objects.values()]).toEqual([
      expect.objectContaining({ attributes: expect.objectContaining({ keyId: stuck, reason }) }),
    ]);
    expect(kibana.liveKeys()).toEqual([stuck]);

    kibana.stuck.length = 0;
    expect(await run()).toEqual({ invalidated: 1, failures: [], inUse: 0 });
    expect({ live: kibana.liveKeys(), queued: queued() }).toEqual({ live: [], queued: 0 });
  });

  it('stays queued where Elasticsearch refuses the whole request', async () => {
    const { kibana, run, queued } = await withReleased(3);
    kibana.invalidateApiKey.mockRejectedValueOnce(new Error('no'));
    await expect(run()).rejects.toThrow('no');
    expect(queued()).toBe(3);
    expect(await run()).toMatchObject({ invalidated: 3 });
  });
});

it('leaves a key alone while its task is running', async () => {
  const { kibana, run, queued } = await withReleased(1);
  await kibana.taskManager.start.ensureScheduled({
    id: TASK,
    taskType: TASK,
    params: {},
    state: {},
  });
  kibana.taskManager.setRunning(TASK, true);
  expect(await run()).toEqual({ invalidated: 0, failures: [], inUse: 1 });
  expect({ live: kibana.liveKeys().length, queued: queued() }).toEqual({ live: 1, queued: 1 });

  kibana.taskManager.setRunning(TASK, false);
  expect(await run()).toMatchObject({ invalidated: 1, inUse: 0 });
});

it('takes a key that Elasticsearch has forgotten for invalidated', async () => {
  const { kibana, run, queued } = await withReleased(1);
  kibana.keys.length = 0;
  await run();
  expect(queued()).toBe(0);
});
