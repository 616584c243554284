import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

const reading = (index: string) => ({
  reader: { indices: [{ names: [index], privileges: ['read'] }] },
});

describe('Users can change what a key may do', () => {
  const browser = useBrowser();
  const [first, second] = ['update-test-first', 'update-test-second'];
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    await prepare('PUT', `/${first}`);
    await prepare('PUT', `/${second}`);
  });
  beforeEach(async () => {
    user = await createUser({
      cluster: ['manage_own_api_key'],
      indices: [{ names: ['update-test-*'], privileges: ['read'] }],
    });
  });
  afterAll(() => console.stop());

  const create = (body: object) => createKey(console.url, user, body);

  it('and the next request made with it feels the change', async () => {
    const key = await create({ name: 'changing', role_descriptors: reading(first) });
    const search = (index: string) => statusWith(key, 'GET', `/${index}/_search`);
    expect([await search(first), await search(second)]).toEqual([200, 403]);

    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyName-${key.id}`).click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', reading(second));
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });

    expect([await search(first), await search(second)]).toEqual([403, 200]);
  });

  it('but not of one that has expired', async () => {
    const key = await create({ name: 'gone', expiration: '1s' });
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page
      .getByTestId(`apiKeyStatus-${key.id}`)
      .filter({ hasText: /^Expired/ })
      .waitFor();
    await page.getByTestId(`apiKeyName-${key.id}`).click();
    await page
      .getByTestId('apiKeyFlyout')
      .filter({ hasText: /has expired/i })
      .waitFor();
    expect(await page.getByTestId('apiKeySubmit').count()).toBe(0);
  });

  it('unless they leave without saving, which is asked about', async () => {
    const key = await create({ name: 'kept', role_descriptors: reading(first) });
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyName-${key.id}`).click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', reading(second));
    await page.getByTestId('apiKeyCancel').click();
    await page.getByTestId('confirmModalCancelButton').click();
    expect(await page.getByTestId('apiKeyRoleDescriptorsEditor').textContent()).toContain(second);
    await page.goBack();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });
    expect(await statusWith(key, 'GET', `/${first}/_search`)).toBe(200);
  });
});
