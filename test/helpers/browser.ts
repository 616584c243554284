import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page, selectors } from 'playwright-core';
import { CHROMIUM_ARGUMENTS } from './chromium_arguments.ts';
import { recordTraces } from './page_traces.ts';

export { signIn, typeJson } from './page_actions.ts';

selectors.setTestIdAttribute('data-test-subj');

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
  const sessions: (Session & { recordRest(): Promise<void> })[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '',
      args: CHROMIUM_ARGUMENTS,
    });
  });
  afterEach(async () => {
    const open = sessions.splice(0);
    await Promise.all(open.map(({ recordRest }) => recordRest()));
    await Promise.all(open.map(({ context }) => context.close()));
    expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  afterAll(() => browser.close());

  return {
    async open(options: Parameters<Browser['newContext']>[0] = {}): Promise<Session> {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      const recordRest = recordTraces(context);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      const session = { page, context, complaints };
      sessions.push({ ...session, recordRest });
      return session;
    },
  };
}
