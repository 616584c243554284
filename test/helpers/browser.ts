import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page, selectors } from 'playwright-core';
import type { TestUser } from './elasticsearch.ts';

selectors.setTestIdAttribute('data-test-subj');

/** Chromium must not look for the network of its maker: it has none here. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface Session {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page wrote to the browser's console as errors and warnings, and what it threw. */
  readonly complaints: string[];
}

/**
 * A Chromium for one test file. Each page that `open` gives has cookies and storage of its own, and
 * must not complain in the console; a test that provokes complaints takes them out of the list.
 */
export function useBrowser() {
  let browser: Browser;
  const sessions: Session[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '',
      args: ARGS,
    });
  });
  afterEach(async () => {
    const open = sessions.splice(0);
    await Promise.all(open.map(({ context }) => context.close()));
    expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    async open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Session> {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      const session = { page, context, complaints };
      sessions.push(session);
      return session;
    },
  };
}

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
