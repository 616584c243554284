import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Session, signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  askElasticsearch,
  createUser,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';
import { until } from '../helpers/until.ts';

const TASK = 'delete_expired_keys';

describe('Users can', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let admin: TestUser;

  beforeAll(async () => {
    const { url, password } = sharedElasticsearch();
    console = await startConsole([
      `--elasticsearch.hosts=${url}`,
      '--elasticsearch.username=elastic',
      `--elasticsearch.password=${password}`,
      `--xpack.encryptedSavedObjects.encryptionKey=${'t'.repeat(32)}`,
    ]);
  });
  beforeEach(async () => {
    admin = await createUser({ cluster: ['manage_api_key'] });
  });
  afterAll(() => console.stop());

  async function openTasks(user: TestUser): Promise<Session> {
    const session = await browser.open();
    const { page } = session;
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysTabTasks').click();
    await page.getByTestId(`taskRow-${TASK}`).waitFor();
    return session;
  }
  const keysOf = async ({ authorization }: TestUser) => {
    const path = '/_security/api_key?owner=true&active_only=true';
    const { body } = await askElasticsearch(authorization, 'GET', path);
    return body.api_keys as readonly {
      readonly id: string;
      readonly metadata: object;
      readonly role_descriptors: object;
    }[];
  };

  it('let a task delete their expired keys, see what it did, and turn it off', async () => {
    await createKey(console.url, admin, { name: 'Gone', expiration: '1ms' });
    const { page } = await openTasks(admin);
    const task = page.getByTestId(`taskRow-${TASK}`);

    await task.getByRole('button', { name: /^Settings/ }).click();
    await page.getByTestId('taskParam-older_than').fill('0s');
    // The keys of other tests stay.
    await page.getByTestId('taskParam-owners').selectOption('own');
    await page.getByTestId(`taskEnabled-${TASK}`).click();
    await task.getByText(`${admin.username}, with the managed key`).waitFor();
    const [key] = await keysOf(admin);
    expect(key).toMatchObject({
      metadata: { managed: true },
      role_descriptors: { [TASK]: { cluster: ['manage_api_key'] } },
    });

    await page.getByTestId(`taskRun-${TASK}`).click();
    await task.getByText(`Deleted 1 expired key (1 of ${admin.username}).`).waitFor();
    await task.getByText('Succeeded').waitFor();

    await page.getByTestId('apiKeysTabKeys').click();
    await page.getByTestId(`apiKeyTask-${key?.id}`).click();
    await task.waitFor();
    await page.getByTestId(`taskEnabled-${TASK}`).click();
    await task.getByText('Not while it is off').waitFor();
    await page.reload();
    await task.getByText('Not while it is off').waitFor();
    await until(async () => (await keysOf(admin)).length === 0);
  });

  it('not turn on what they may not do, and see what they lack', async () => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const { page, complaints } = await openTasks(user);
    const task = page.getByTestId(`taskRow-${TASK}`);
    await task.getByText('You do not have manage_api_key.').waitFor();
    await page.getByTestId(`taskEnabled-${TASK}`).click();
    await task.getByRole('alert').getByText('cluster privilege [manage_api_key]').waitFor();
    expect(await page.getByTestId(`taskEnabled-${TASK}`).isChecked()).toBe(false);
    expect(await keysOf(user)).toEqual([]);
    expect(complaints.splice(0)).toEqual([expect.stringContaining('403')]);
  });
});
