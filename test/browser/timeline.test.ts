import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKeys } from '../helpers/keys.ts';

describe('Users can look ahead at what expires', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    user = await createUser({ cluster: ['manage_own_api_key'] });
    await createKeys(console.url, user, [
      { name: 'first', expiration: '3d' },
      { name: 'middle', expiration: '45d' },
      { name: 'last', expiration: '90d' },
      { name: 'forever' },
    ]);
  });
  afterAll(() => console.stop());

  /** A chart whose 13 bars are drawn, and where its first and its last one are. */
  const openChart = async (colorScheme: 'light' | 'dark') => {
    const { page } = await browser.open({ colorScheme, viewport: { width: 1280, height: 800 } });
    await signIn(page, console.url, user);
    const canvas = page.getByTestId('apiKeysTimeline').locator('canvas').first();
    await canvas.waitFor();
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('The chart is not in sight');
    const at = (x: number) => [x, box.y + box.height / 2] as const;
    return { page, firstBar: at(box.x + 50), lastBar: at(box.x + box.width - 30) };
  };

  it('and filter to a week by a click on its bar', async () => {
    const { page, lastBar } = await openChart('light');
    await page.mouse.move(...lastBar);
    await page.getByText(/^1 API key expires: /).waitFor();
    await page.mouse.click(...lastBar);
    expect(await listed(page, 1)).toEqual(['last']);
    expect(page.url()).toContain('expires=');
    await page.mouse.click(...lastBar);
    expect(await listed(page, 4)).toHaveLength(4);
  });

  it('and filter to several weeks by a stroke over their bars', async () => {
    const { page, firstBar, lastBar } = await openChart('dark');
    await page.mouse.move(...firstBar);
    await page.mouse.down();
    await page.mouse.move(...lastBar, { steps: 5 });
    await page.mouse.up();
    expect(await listed(page, 3)).toEqual(['first', 'last', 'middle']);
  });

  it('and do the same by the keyboard alone', async () => {
    const { page } = await openChart('light');
    await page.getByRole('button', { name: 'Show as a table' }).press('Enter');
    await page
      .getByRole('button', { name: /^1 API key expires: / })
      .nth(1)
      .press('Enter');
    expect(await listed(page, 1)).toEqual(['middle']);
    await page.getByTestId('apiKeysClearFilters').press('Enter');
    await page.getByRole('button', { name: 'Never expiring' }).press('Enter');
    expect(await listed(page, 1)).toEqual(['forever']);
  });
});

/** The names in the list, once it says that there are so many keys. */
async function listed(page: Page, total: number): Promise<string[]> {
  await page.getByTestId('apiKeysTotal').getByText(String(total), { exact: true }).waitFor();
  const names = await page.locator('[data-test-subj^="apiKeyName-"]').allInnerTexts();
  return names.sort();
}
