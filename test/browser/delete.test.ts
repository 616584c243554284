import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKeys as createKeysOf, statusWith } from '../helpers/keys.ts';

describe('Users can delete', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
  });
  beforeEach(async () => {
    user = await createUser({ cluster: ['manage_own_api_key'] });
  });
  afterAll(() => console.stop());

  const createKeys = (count: number) =>
    createKeysOf(
      console.url,
      user,
      Array.from({ length: count }, (_, i) => ({ name: `key ${i}` })),
    );

  it('one key from its row', async () => {
    const [gone, kept] = await createKeys(2);
    if (gone === undefined || kept === undefined) throw new Error('two keys were asked for');
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyDelete-${gone.id}`).click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeysDeleteResult').waitFor();
    await page.getByTestId('apiKeysDeleteClose').click();
    await page.getByTestId(`apiKeyRow-${gone.id}`).waitFor({ state: 'detached' });

    expect(await page.getByTestId('apiKeysTotal').textContent()).toBe('1');
    expect([await statusWith(gone), await statusWith(kept)]).toEqual([401, 200]);
    // The row that opened the dialog is gone.
    const create = page.getByTestId('apiKeysCreateButton');
    expect(await create.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('30 of them at once, and are told what had been gone before', async () => {
    const keys = await createKeys(30);
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.goto(`${page.url()}?size=50`);
    await page.getByTestId('checkboxSelectAll').click();
    const [early] = keys;
    await askElasticsearch(user.authorization, 'DELETE', '/_security/api_key', {
      ids: [early?.id],
      owner: true,
    });
    await page.getByTestId('apiKeysBulkDelete').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    const result = page.getByTestId('apiKeysDeleteResult');
    await result.waitFor();
    expect(await result.textContent()).toMatch(/29 API keys deleted/);
    await page.getByTestId('apiKeysDeleteClose').click();
    await page.getByTestId('apiKeysEmptyPrompt').waitFor();

    expect(await Promise.all(keys.map((key) => statusWith(key)))).toEqual(keys.map(() => 401));
  });
});
