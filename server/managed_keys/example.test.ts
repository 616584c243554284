import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { CountBooksPlugin } from '../../test/examples/count_books_plugin.ts';
import { fakeKibanaBackground, requestBy } from '../../test/helpers/fake_kibana_background.ts';
import { setUpBackground } from '../host/background_services.ts';
import { invalidateReleased } from './invalidate_released.ts';
import { createManagedKeys } from './managed_keys.ts';

const TASK = 'countBooks:count';
const ROOT = join(__dirname, '..', '..');

it('the example of the documentation counts with its own key, until it is turned off', async () => {
  const kibana = fakeKibanaBackground();
  const services = setUpBackground(kibana.core, kibana.plugins);
  const projectApiKeys = { managedKeys: createManagedKeys(services, Date.now) };
  const plugin = new CountBooksPlugin();
  plugin.setup(kibana.core, { ...kibana.plugins, projectApiKeys });
  const { turnOn, turnOff } = plugin.start(kibana.coreStart, {
    ...kibana.pluginsStart,
    taskManager: kibana.taskManager.start,
    projectApiKeys,
  });

  await turnOn(requestBy());
  kibana.used.length = 0;
  expect(await kibana.taskManager.run(TASK)).toEqual({ state: { count: 3 } });
  expect(kibana.used).toEqual(kibana.secrets());

  await turnOff();
  await invalidateReleased(await services(), Date.now());
  expect(kibana.liveKeys()).toEqual([]);
  expect(kibana.savedObjects.objects.size).toBe(0);
});

it('the documentation shows the example as it is', () => {
  const [, shown] =
    /```ts\n(.*?)```/s.exec(readFileSync(join(ROOT, 'docs/managed_keys.md'), 'utf8')) ?? [];
  expect(shown).toBe(readFileSync(join(ROOT, 'test/examples/count_books_plugin.ts'), 'utf8'));
});
