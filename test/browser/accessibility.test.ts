import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, createUser } from '../helpers/elasticsearch.ts';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

// Each state of the page, as everyone meets it: checked by axe, and left as a picture to look at.
describe('Everyone can use', () => {
  const browser = useBrowser();
  let console: TestConsole;

  beforeAll(async () => {
    console = await startConsole();
    mkdirSync('build/screenshots', { recursive: true });
  });
  afterAll(() => console.stop());

  it.each(['light', 'dark'] as const)('every state of the page in %s', async (colorScheme) => {
    const user = await createUser({ cluster: ['manage_own_api_key'] });
    const { page } = await browser.open({ colorScheme, viewport: WIDE });

    await page.goto(console.url);
    await page.getByTestId('loginUsername').waitFor();
    await look(page, `login-${colorScheme}`);

    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysEmptyPrompt').waitFor();
    await look(page, `empty-${colorScheme}`);

    await page.getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyNameInput').fill('A key with a long name, in العربية and 日本語');
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await page.getByTestId('apiKeyPrivilegeWarning').waitFor();
    await look(page, `create-inherits-all-${colorScheme}`);

    await typeJson(page, 'apiKeyRoleDescriptorsEditor', { reader: { indices: [{ names: 1 }] } });
    await page.getByTestId('apiKeySubmit').click();
    await page
      .getByText(/^Line \d+, column \d+/)
      .first()
      .waitFor();
    await look(page, `create-errors-${colorScheme}`);

    await typeJson(page, 'apiKeyRoleDescriptorsEditor', {
      reader: { indices: [{ names: ['books'], privileges: ['read'] }] },
    });
    await page.getByTestId('apiKeyPrivilegeWarning').filter({ hasText: 'read on books' }).waitFor();
    await page.getByTestId('apiKeyRequest').click();
    await page.getByTestId('apiKeyRoleTemplate').selectOption('From an existing key…');
    await look(page, `create-warnings-${colorScheme}`);

    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyCreated').waitFor();
    await look(page, `created-${colorScheme}`);
    await page.getByTestId('apiKeyCreatedDone').click();
    await page.getByTestId('confirmModalConfirmButton').waitFor();
    await look(page, `leave-uncopied-${colorScheme}`);
    await page.getByTestId('confirmModalConfirmButton').click();

    await askElasticsearch(user.authorization, 'POST', '/_security/api_key', {
      name: 'Expires soon',
      expiration: '3d',
      metadata: { managed: true },
    });
    await page.getByTestId('apiKeysRefresh').click();
    await page.getByRole('link', { name: 'Expires soon' }).waitFor();
    await look(page, `list-${colorScheme}`);

    await page.locator('[data-test-subj^="apiKeyName-"]').first().click();
    await page.getByTestId('apiKeySubmit').waitFor();
    await page.getByTestId('apiKeyShowOwnerLimits').click();
    await page.getByTestId('apiKeyOwnerLimits').waitFor();
    await look(page, `update-${colorScheme}`);
    await page.getByTestId('apiKeyFlyoutRotate').click();
    await page.getByTestId('apiKeyRotateGracePeriod').waitFor();
    await look(page, `rotate-${colorScheme}`);
    await page.getByTestId('apiKeyCancel').click();

    await page.getByTestId('checkboxSelectAll').click();
    await page.getByTestId('apiKeysBulkDelete').click();
    await page.getByTestId('apiKeysDeleteModal').waitFor();
    await look(page, `delete-${colorScheme}`);
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeysDeleteResult').waitFor();
    await look(page, `deleted-${colorScheme}`);
  });
});

async function look(page: Page, name: string): Promise<void> {
  for (const viewport of [PHONE, WIDE]) {
    await page.setViewportSize(viewport);
    await page.waitForFunction(() => {
      // EUI looks at the width every 50 ms at most, and can miss the last of changes as quick as these.
      window.dispatchEvent(new Event('resize'));
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth <= clientWidth;
    });
    await page.screenshot({
      path: `build/screenshots/${name}-${viewport.width}.png`,
      animations: 'disabled',
    });
  }
  // The pictures have let animations end, which axe would take for a lack of contrast.
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
