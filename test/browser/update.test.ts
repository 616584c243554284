import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  apiKey,
  askElasticsearch,
  createUser,
  prepare,
  type TestUser,
} from '../helpers/elasticsearch.ts';

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

  const createKey = async (body: object) => {
    const answer = await askElasticsearch(user.authorization, 'POST', '/_security/api_key', body);
    return answer.body as { id: string; encoded: string };
  };

  it('and the next request made with it feels the change', async () => {
    const key = await createKey({ name: 'changing', role_descriptors: reading(first) });
    const search = async (index: string) =>
      (await askElasticsearch(apiKey(key.encoded), 'GET', `/${index}/_search`)).status;
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
    const key = await createKey({ name: 'gone', expiration: '1s' });
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
    const key = await createKey({ name: 'kept', role_descriptors: reading(first) });
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyName-${key.id}`).click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', reading(second));
    await page.getByTestId('apiKeyCancel').click();
    await page.getByTestId('confirmModalCancelButton').click();
    expect(await page.getByTestId('apiKeyRoleDescriptorsEditor').textContent()).toContain(second);
    await page.getByTestId('apiKeyCancel').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });
    const kept = await askElasticsearch(apiKey(key.encoded), 'GET', `/${first}/_search`);
    expect(kept.status).toBe(200);
  });
});
