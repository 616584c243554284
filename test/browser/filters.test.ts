import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKeys } from '../helpers/keys.ts';

describe('By the keyboard alone users can', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    user = await createUser({ cluster: ['manage_api_key'] });
    await createKeys(console.url, user, [
      { name: 'one of the books' },
      { name: 'two of the books', expiration: '1d' },
      { name: 'three of the books', metadata: { managed: true, team: user.username } },
    ]);
  });
  afterAll(() => console.stop());

  const open = async () => {
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysTotal').waitFor();
    return page;
  };
  const search = async (page: Page, text: string) => {
    await page.getByTestId('apiKeysSearch').fill(text);
    await page.keyboard.press('Enter');
  };

  it('choose filters, and find them again after a reload', async () => {
    const page = await open();
    await search(page, `books owner:${user.username}`);
    await total(page, 3);

    const button = page.getByTestId('apiKeysFilterKind');
    await button.focus();
    await page.keyboard.press('Enter');
    await expectFocusOn(page, 'listbox');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await total(page, 1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await total(page, 3);
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.goBack();
    await total(page, 1);
    expect(new URL(page.url()).searchParams.get('kind')).toBe('managed');
    await page.reload();
    await total(page, 1);
    expect(await page.getByTestId('apiKeysSearch').inputValue()).toBe(
      `books owner:${user.username}`,
    );
  });

  it('find an owner by a part of the name', async () => {
    const page = await open();
    await page.getByTestId('apiKeysFilterOwner').focus();
    await page.keyboard.press('Enter');
    await expectFocusOn(page, 'combobox');
    await page.keyboard.type(user.username.slice(1).toUpperCase());
    await page.getByRole('listbox').getByRole('option').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await total(page, 3);
    expect(new URL(page.url()).searchParams.get('owner')).toBe(user.username);
  });

  it('take up what is suggested, and hear what is not understood', async () => {
    const page = await open();
    await page.getByTestId('apiKeysSearch').focus();
    await page.keyboard.type(`metadata.team:${user.username} st`);
    for (const key of ['ArrowDown', 'Enter', 'ArrowDown', 'Enter', 'Enter'])
      await page.keyboard.press(key);
    await total(page, 1);
    expect(new URL(page.url()).searchParams.get('search')).toBe(
      `metadata.team:${user.username} status:active`,
    );

    await search(page, `metadata.team:${user.username} status:gone`);
    await page.getByText('A status is active, expiring_soon or expired.').waitFor();
    await total(page, 1);
  });
});

const total = (page: Page, count: number) =>
  page
    .getByTestId('apiKeysTotal')
    .filter({ hasText: new RegExp(`^${count}$`) })
    .waitFor();

const expectFocusOn = (page: Page, role: string) =>
  page.waitForFunction((wanted) => document.activeElement?.getAttribute('role') === wanted, role);
