import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

describe('What a user may do decides what the page offers', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let owner: TestUser;
  let own: string;
  let foreign: string;

  beforeAll(async () => {
    console = await startConsole();
    owner = await createUser({ cluster: ['manage_own_api_key'] });
    const other = await createUser({ cluster: ['manage_own_api_key'] });
    own = (await createKey(console.url, owner, { name: 'own' })).id;
    foreign = (await createKey(console.url, other, { name: 'foreign' })).id;
  });
  afterAll(() => console.stop());

  it('someone who may manage only their own keys sees and can delete only those', async () => {
    const { page } = await browser.open();
    await signIn(page, console.url, owner);
    await page.getByTestId(`apiKeyRow-${own}`).waitFor();
    expect(await page.getByTestId('apiKeysTotal').textContent()).toBe('1');
    expect(await page.getByTestId(`apiKeyRow-${foreign}`).count()).toBe(0);
    expect(await page.getByTestId(`apiKeyDelete-${own}`).isEnabled()).toBe(true);
  });

  it('someone who may only read sees all keys and can change none', async () => {
    const reader = await createUser({ cluster: ['read_security'] });
    const { page } = await browser.open();
    await signIn(page, console.url, reader);
    await page.getByTestId('apiKeysSearch').fill(foreign);
    await page.getByTestId('apiKeysSearch').press('Enter');
    await page.getByTestId(`apiKeyRow-${foreign}`).waitFor();
    expect(await page.getByTestId(`apiKeyDelete-${foreign}`).count()).toBe(0);
    expect(await page.getByTestId('apiKeysCreateButton').count()).toBe(0);

    await page.getByTestId(`apiKeyName-${foreign}`).click();
    await page.getByTestId('apiKeyFlyout').waitFor();
    expect(await page.getByTestId('apiKeySubmit').count()).toBe(0);
  });

  it('someone without any privilege for keys is told which one is missing', async () => {
    const nobody = await createUser({ cluster: ['monitor'] });
    const { page } = await browser.open();
    await signIn(page, console.url, nobody);
    const state = page.getByTestId('apiKeysNoPermission');
    await state.waitFor();
    expect(await state.textContent()).toContain('manage_own_api_key');
  });
});
