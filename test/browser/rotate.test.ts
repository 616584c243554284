import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

const DAY = 86_400_000;

describe('Users can rotate a key', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
  });
  beforeEach(async () => {
    user = await createUser({ cluster: ['manage_own_api_key', 'monitor'] });
  });
  afterAll(() => console.stop());

  const create = (body: object) => createKey(console.url, user, body);

  async function open(id: string): Promise<Page> {
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyName-${id}`).click();
    await page.getByTestId('apiKeyFlyoutRotate').click();
    await page.getByTestId('apiKeyRotateGracePeriod').waitFor();
    return page;
  }

  async function keyOf(encoded: string) {
    const authorization = apiKey(encoded);
    const me = await askElasticsearch(authorization, 'GET', '/_security/_authenticate');
    const { id } = me.body.api_key as { id: string };
    return stored(id);
  }
  async function stored(id: string) {
    const path = `/_security/api_key?owner=true&id=${id}`;
    const { body } = await askElasticsearch(user.authorization, 'GET', path);
    const [key] = body.api_keys as readonly {
      readonly id: string;
      readonly expiration: number;
      readonly creation: number;
      readonly metadata: object;
      readonly role_descriptors: object;
    }[];
    if (key === undefined) throw new Error(`There is no key ${id}`);
    return key;
  }

  it('for one like it, while the old one goes on for a day', async () => {
    const role_descriptors = { watcher: { cluster: ['monitor'] } };
    const old = await create({ name: 'Daily', role_descriptors, expiration: '30d' });
    const page = await open(old.id);
    await page.getByTestId('apiKeyRotateSubmit').click();
    await page.getByTestId('apiKeyCreated').filter({ hasText: 'still works until' }).waitFor();
    const key = await keyOf(await page.getByTestId('apiKeyCreatedValue').inputValue());
    expect(key).toMatchObject({ metadata: { rotated_from: old.id }, role_descriptors });
    expect(key.expiration - key.creation).toBe(30 * DAY);
    const left = (await stored(old.id)).expiration - key.creation;
    expect(left).toBeGreaterThan(DAY - 60_000);
    expect(left).toBeLessThan(DAY + 60_000);
    expect(await statusWith(old)).toBe(200);
  });

  it('and end the old one at once', async () => {
    const old = await create({ name: 'Leaked' });
    const page = await open(old.id);
    await page.getByTestId('apiKeyRotateGracePeriod').selectOption('Not at all');
    await page.getByText('It stops working at once').waitFor();
    await page.getByTestId('apiKeyRotateSubmit').click();
    await page.getByTestId('apiKeyCreated').filter({ hasText: 'no longer works' }).waitFor();
    expect(await statusWith(old)).toBe(401);
  });

  it('once: a second time they hear which key has taken its place', async () => {
    const { page, complaints } = await browser.open();
    const old = await create({ name: 'Twice' });
    await signIn(page, console.url, user);
    for (const outcome of ['apiKeyCreated', 'apiKeyFormErrors']) {
      await page.goto(`${page.url().split('?')[0]}?rotate=${old.id}`);
      await page.getByTestId('apiKeyRotateSubmit').click();
      await page.getByTestId(outcome).waitFor();
    }
    const failure = page.getByTestId('apiKeyFormErrors');
    await failure.filter({ hasText: 'has been rotated already' }).waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('409')]);
  });
});
