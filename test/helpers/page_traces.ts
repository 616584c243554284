import type { BrowserContext, Page } from 'playwright-core';
import { recordWritten, rememberKeysIn } from './canary.ts';

const record = (what: string, text: string) => recordWritten('browser', `${what}: ${text}`);

/**
 * Records for the canary wherever the pages of a browser could leave a secret, and remembers the
 * keys that they are given. The function that is returned does so a last time, before they are closed.
 */
export function recordTraces(context: BrowserContext): () => Promise<void> {
  const pending: Promise<unknown>[] = [];
  context.on('request', (request) =>
    record('request', `${request.url()} from ${request.headers().referer}`),
  );
  context.on('console', (message) => record('console', message.text()));
  context.on('page', (page) =>
    page.on('framenavigated', (frame) => record('history', frame.url())),
  );
  context.on('response', (response) => {
    const isCreation = /\/(keys|_rotate)$/.test(new URL(response.url()).pathname);
    if (isCreation && response.request().method() === 'POST')
      pending.push(response.json().then(rememberKeysIn, () => undefined));
  });
  return async () => {
    await Promise.all(pending);
    record('storage', JSON.stringify(await context.storageState({ indexedDB: true })));
    await Promise.all(context.pages().map(recordTab));
  };
}

async function recordTab(page: Page): Promise<void> {
  if (!page.url().startsWith('http')) return;
  const kept = await page.evaluate(() => [{ ...sessionStorage }, history.state, document.title]);
  record('tab', JSON.stringify(kept));
}
