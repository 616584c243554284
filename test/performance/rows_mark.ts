import type { BrowserContext, Page } from 'playwright-core';

/** Marks in each page of the context when its first 25 rows of keys have been painted. */
export const markRows = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const all = '[data-test-subj^="apiKeyRow-"]';
    new MutationObserver((_changes, observer) => {
      if (document.querySelectorAll(all).length < 25) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('rows')));
    }).observe(document, { childList: true, subtree: true });
  });

/** When that was, in ms after the page was asked for. */
export async function rowsMark(page: Page): Promise<number> {
  await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0);
  return page.evaluate(() => performance.getEntriesByName('rows')[0]?.startTime ?? Number.NaN);
}
