import { describe, expect, it } from '@jest/globals';
import { fakeKibanaBackground, requestBy } from '../../test/helpers/fake_kibana_background.ts';
import { setUpBackground } from '../host/background_services.ts';
import { invalidateReleased } from './invalidate_released.ts';
import { createManagedKeys } from './managed_keys.ts';

const GRANT = {
  task: 'books:count',
  name: 'Count',
  roleDescriptors: { r: { cluster: ['monitor'] } },
};
const HOUR = 60 * 60 * 1000;

function aHost() {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const kibana = fakeKibanaBackground({ now: () => clock.now });
  const services = setUpBackground(kibana.core, kibana.plugins);
  const managedKeys = createManagedKeys(services, () => clock.now);
  return {
    kibana,
    grant: () => managedKeys.grant(requestBy(), GRANT),
    release: managedKeys.release,
    runQueue: async () => invalidateReleased(await services(), clock.now),
    /** What another process finds an hour later, when the queue has run. */
    async recovered() {
      kibana.process.restart();
      clock.now += HOUR;
      await invalidateReleased(await services(), clock.now);
      return { records: kibana.savedObjects.objects.size, keys: kibana.liveKeys().length };
    },
  };
}
type Host = ReturnType<typeof aHost>;

const NOTHING = { records: 0, keys: 0 };
const ONE_KEY = { records: 1, keys: 1 };

interface Case {
  readonly name: string;
  /** Gives what is interrupted. */
  readonly prepare: (host: Host) => Promise<() => Promise<unknown>>;
  /** What may be there when the queue has run. */
  readonly left: readonly object[];
}
const CASES: readonly Case[] = [
  { name: 'a grant', prepare: async ({ grant }) => grant, left: [NOTHING] },
  {
    name: 'a release',
    async prepare({ grant, release }) {
      const handle = await grant();
      return () => release(handle);
    },
    left: [ONE_KEY, NOTHING],
  },
  {
    name: 'a run of the queue',
    async prepare({ grant, release, runQueue }) {
      for (let key = 0; key < 3; key++) await release(await grant());
      return runQueue;
    },
    left: [NOTHING],
  },
];

const CUTS = [
  {
    cut: 'the process dies before',
    at: (process: Process, step: number) => process.dieAfter(step - 1),
  },
  {
    cut: 'the answer is lost of',
    at: (process: Process, step: number) => process.loseAnswer(step),
  },
];
type Process = Host['kibana']['process'];

async function prepared({ prepare }: Case) {
  const host = aHost();
  const act = await prepare(host);
  host.kibana.process.restart();
  return { ...host, act };
}

async function stepsOf(interrupted: Case): Promise<number> {
  const { kibana, act } = await prepared(interrupted);
  await act();
  return kibana.process.steps();
}

describe.each(CASES)('$name', (interrupted) => {
  it.each(CUTS)(
    'leaves neither a key without a record nor a record without a key: $cut any step',
    async ({ at }) => {
      const steps = await stepsOf(interrupted);
      expect(steps).toBeGreaterThan(2);
      for (let step = 1; step <= steps; step++) {
        const { kibana, act, recovered } = await prepared(interrupted);
        at(kibana.process, step);
        await act().catch(() => undefined);
        expect(interrupted.left).toContainEqual(await recovered());
      }
    },
  );
});

describe('a grant that was cut off', () => {
  it('is left alone while it may still go on', async () => {
    const { kibana, grant, runQueue } = aHost();
    kibana.process.dieAfter(2);
    await expect(grant()).rejects.toThrow();
    kibana.process.restart();
    await runQueue();
    expect(kibana.liveKeys()).toHaveLength(1);
  });
});
