import { describe, expect, it, jest } from '@jest/globals';
import { fakeKibanaBackground, requestBy } from '../test/helpers/fake_kibana_background.ts';
import { until } from '../test/helpers/until.ts';
import { plugin } from './index.ts';
import { ProjectApiKeysPlugin } from './plugin.ts';

const TASKS = ['delete_expired_keys', 'notify_expiring_keys', 'invalidate_released_keys'];

function aPlugin(kibana = fakeKibanaBackground()) {
  const warn = jest.fn();
  const logger = { debug() {}, info() {}, warn, error() {} };
  const context = { logger: { get: () => logger }, config: { get: () => ({}) } };
  return { kibana, warn, instance: new ProjectApiKeysPlugin(context) };
}

describe('the plugin on contracts of Kibana', () => {
  it('registers what it stores, hidden, with the secret of a key encrypted', () => {
    const { instance, kibana } = aPlugin();
    instance.setup(kibana.core, kibana.plugins);
    expect(kibana.savedObjects.types.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: 'project-api-keys-managed-key', hidden: true },
      { name: 'project-api-keys-released-key', hidden: true },
      { name: 'project-api-keys-task', hidden: true },
    ]);
    expect(kibana.savedObjects.encryptions).toEqual([
      {
        type: 'project-api-keys-managed-key',
        attributesToEncrypt: new Set(['apiKey']),
        attributesToIncludeInAAD: new Set(['keyId', 'owner', 'task']),
      },
    ]);
  });

  it('registers its tasks and schedules the queue', async () => {
    const { instance, kibana } = aPlugin();
    instance.setup(kibana.core, kibana.plugins);
    expect(Object.keys(kibana.taskManager.definitions)).toEqual(
      TASKS.map((id) => `projectApiKeys:${id}`),
    );
    instance.start();
    await until(() => kibana.taskManager.tasks.size > 0);
    expect([...kibana.taskManager.tasks.values()]).toEqual([
      expect.objectContaining({
        id: 'projectApiKeys:invalidate_released_keys',
        schedule: { interval: '5m' },
      }),
    ]);
    instance.stop();
  });

  it('gives other plugins managed keys', async () => {
    const { instance, kibana } = aPlugin();
    const { managedKeys } = instance.setup(kibana.core, kibana.plugins);
    expect(instance.start()?.managedKeys).toBe(managedKeys);
    const handle = await managedKeys.grant(requestBy(), {
      task: 'books:count',
      name: 'Count',
      roleDescriptors: { r: { cluster: ['monitor'] } },
    });
    expect(await managedKeys.describe(handle)).toMatchObject({ username: 'ann' });
    instance.stop();
  });

  it('does everything else on a host without them, and says why tasks are off', async () => {
    const { instance, kibana, warn } = aPlugin();
    instance.setup({ ...kibana.core }, {});
    instance.start();
    await until(() => warn.mock.calls.length > 0);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/need the plugins taskManager/)]]);
    instance.stop();
  });
});

it('names a setting that is wrong before anything is set up', () => {
  const config = { get: () => ({ notifications: { allowedHosts: 'everywhere' } }) };
  const logger = { get: () => ({ debug() {}, info() {}, warn() {}, error() {} }) };
  expect(() => plugin({ config, logger })).toThrow(
    /xpack\.projectApiKeys\.notifications\.allowedHosts/,
  );
});
