import type { Page } from 'playwright-core';
import type { TestUser } from './elasticsearch.ts';

/** Signs in as a person does, and waits for the page of API keys. */
export async function signIn(
  page: Page,
  url: string,
  { username, password }: Pick<TestUser, 'username' | 'password'>,
): Promise<void> {
  await page.goto(url);
  await page.getByTestId('loginUsername').fill(username);
  await page.getByTestId('loginPassword').fill(password);
  await page.getByTestId('loginSubmit').click();
  await page.getByTestId('apiKeysPage').waitFor();
}

/** Replaces all that a JSON editor holds, by the keyboard. */
export async function typeJson(page: Page, editor: string, json: unknown): Promise<void> {
  const content = page.getByTestId(editor).locator('.cm-content');
  await content.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(JSON.stringify(json, null, 2));
}
