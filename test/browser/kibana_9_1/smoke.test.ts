import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, typeJson, useBrowser } from '../../helpers/browser.ts';
import { startConsole, type TestConsole } from '../../helpers/console.ts';
import {
  apiKey,
  askElasticsearch,
  createUser,
  type TestUser,
} from '../../helpers/elasticsearch.ts';

describe('On the EUI of Kibana 9.1, users can', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    [console, user] = await Promise.all([
      startConsole(),
      createUser({ cluster: ['manage_own_api_key', 'monitor'] }),
    ]);
  });
  afterAll(() => console.stop());

  it('create a key, narrow it, delete it and look at the tasks', async () => {
    const { page } = await browser.open();
    // EUI takes the name of an icon that it does not know for the address of an image.
    const images: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'image') images.push(request.url());
    });
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysEmptyPrompt').waitFor();
    expect(await lends(page, 'EuiBasicTable')).toBe(true);
    expect(await lends(page, 'EuiSplitButton')).toBe(false); // came later

    await page.getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyNameInput').fill('On 9.1');
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', { clerk: { cluster: ['monitor'] } });
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyCreated').waitFor();
    const encoded = await page.getByTestId('apiKeyCreatedValue').inputValue();
    const health = async () => {
      const { status } = await askElasticsearch(apiKey(encoded), 'GET', '/_cluster/health');
      return status;
    };
    expect(await health()).toBe(200);
    await page.getByTestId('apiKeyCopy').click();
    await page.getByTestId('apiKeyCreatedDone').click();

    await page.getByRole('link', { name: 'On 9.1' }).click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', { clerk: { cluster: [] } });
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });
    expect(await health()).toBe(403);

    await page.locator('[data-test-subj^="apiKeyDelete-"]').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeysDeleteClose').click();
    await page.getByTestId('apiKeysEmptyPrompt').waitFor();
    expect(await health()).toBe(401);

    await page.getByTestId('apiKeysTabTasks').click();
    await page.getByTestId('taskRow-delete_expired_keys').waitFor();
    expect(images).toEqual([]);
  });
});

/** Whether the host shares this part of EUI. */
const lends = (page: Page, name: string): Promise<boolean> =>
  page.evaluate((part) => {
    const { __kbnSharedDeps__: shared } = window as unknown as {
      readonly __kbnSharedDeps__: { readonly ElasticEui: object };
    };
    return part in shared.ElasticEui;
  }, name);
