import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Session, signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, sharedElasticsearch, type TestUser } from '../helpers/elasticsearch.ts';
import { type FaultProxy, faultProxy } from '../helpers/fault_proxy.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

describe('While Elasticsearch cannot be reached, users', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let proxy: FaultProxy;
  let user: TestUser;

  beforeAll(async () => {
    proxy = await faultProxy(sharedElasticsearch().url);
    console = await startConsole([`--elasticsearch.hosts=${proxy.url}`]);
  });
  beforeEach(async () => {
    user = await createUser({ cluster: ['manage_own_api_key'] });
  });
  afterAll(async () => {
    await console.stop();
    await proxy[Symbol.asyncDispose]();
  });

  async function openPage(): Promise<Session> {
    const session = await browser.open();
    await signIn(session.page, console.url, user);
    return session;
  }
  const textOf = (page: Page, subject: string) => page.getByTestId(subject).textContent();
  /** Chromium itself writes of each answer that is no success. */
  const forgive = ({ complaints }: Session) => {
    expect(complaints.filter((text) => !text.includes('Failed to load resource'))).toEqual([]);
    complaints.length = 0;
  };

  it('keep the list that they had, and get a new one when they try again', async () => {
    const { id } = await createKey(console.url, user, { name: 'kept' });
    const session = await openPage();
    const { page } = session;
    await page.getByTestId(`apiKeyRow-${id}`).waitFor();
    await proxy.inject('refuses connections');
    await page.getByTestId('apiKeysRefresh').click();
    await page.getByTestId('apiKeysError').waitFor();
    expect(await textOf(page, 'apiKeysError')).toContain('Elasticsearch cannot be reached');
    expect(await page.getByTestId(`apiKeyRow-${id}`).isVisible()).toBe(true);
    const inVain = page.waitForResponse(/_query/);
    await page.getByTestId('apiKeysRetry').click();
    expect((await inVain).status()).toBe(503);
    await proxy.heal();
    await page.getByTestId('apiKeysRetry').click();
    await page.getByTestId('apiKeysError').waitFor({ state: 'detached' });
    forgive(session);
  });

  it('lose nothing of what they typed, and find the key whose secret was lost on its way', async () => {
    const session = await openPage();
    const { page, context } = session;
    await page.getByTestId('apiKeysCreateButton').first().click();
    await page.getByTestId('apiKeyNameInput').fill('the export');
    const failure = page.getByTestId('apiKeyFormErrors');

    await proxy.inject('refuses connections');
    await page.getByTestId('apiKeySubmit').click();
    await failure.waitFor();
    expect(await failure.textContent()).not.toContain('may have been created');
    await proxy.heal();
    await proxy.inject('resets the connection in place of its answer', /^PUT \/_security\/api_key/);
    await page.getByTestId('apiKeySubmit').click();
    await page.getByText('may have been created all the same').waitFor();
    await proxy.heal();

    const [list] = await Promise.all([
      context.waitForEvent('page'),
      failure.getByRole('link').click(),
    ]);
    await list.getByTestId('apiKeysTable').waitFor();
    expect(await textOf(list, 'apiKeysTotal')).toBe('1');
    expect(await textOf(list, 'apiKeysTable')).toContain('the export');
    expect(await page.getByTestId('apiKeyNameInput').inputValue()).toBe('the export');
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyCreated').waitFor();
    forgive(session);
  });

  it('can let a deletion go on when it is back', async () => {
    const key = await createKey(console.url, user, { name: 'going' });
    const session = await openPage();
    const { page } = session;
    await page.getByTestId(`apiKeyDelete-${key.id}`).click();
    await proxy.inject('is not available', /^DELETE/);
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeysDeleteStop').click();
    await page.getByTestId('apiKeysDeleteResume').waitFor();
    expect(await statusWith(key)).toBe(200);
    await proxy.heal();
    await page.getByTestId('apiKeysDeleteResume').click();
    await page.getByTestId('apiKeysDeleteResult').waitFor();
    expect(await statusWith(key)).toBe(401);
    forgive(session);
  });
});
