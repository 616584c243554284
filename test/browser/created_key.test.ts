import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';

const INDEX = 'created-key-test';
const READER = { reader: { indices: [{ names: [INDEX], privileges: ['read'] }] } };

describe('Users can, once a key is created,', () => {
  const browser = useBrowser();
  // Inside of the project, where a program finds Elasticsearch's client for JavaScript.
  const folder = mkdtempSync(resolve('build/snippet-'));
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    [console, user] = await Promise.all([
      startConsole(),
      createUser({
        cluster: ['manage_own_api_key'],
        indices: [{ names: [INDEX], privileges: ['read'] }],
      }),
      prepare('PUT', `/${INDEX}/_doc/1?refresh=true`, { title: 'Snow Crash' }),
    ]);
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await console.stop();
  });

  async function create(page: Page): Promise<void> {
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyNameInput').fill(`it's a "$(key)"`);
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', READER);
    await page.getByTestId('apiKeySubmit').click();
    await page
      .getByTestId('apiKeySnippet')
      .filter({ hasText: `/${INDEX}/_search` })
      .waitFor();
  }
  const snippet = (page: Page) => page.getByTestId('apiKeySnippet').innerText();

  it('run the examples as they are', async () => {
    const { page } = await browser.open();
    await create(page);
    const run = promisify(execFile);
    expect((await run('bash', ['-c', await snippet(page)])).stdout).toContain('Snow Crash');

    await page.getByTestId('apiKeySnippetLanguage').selectOption('JavaScript');
    const program = `${folder}/snippet.mjs`;
    writeFileSync(program, await snippet(page));
    expect((await run(process.execPath, [program])).stdout).toContain(`total: { value: 1,`);
  });

  it('test it, also after it was deleted elsewhere', async () => {
    const { page } = await browser.open();
    await create(page);
    const result = page.getByTestId('apiKeyTestResult');
    await page.getByTestId('apiKeyTest').click();
    await result.filter({ hasText: `It acts for ${user.username} until` }).waitFor();

    await page.getByTestId('apiKeyCreatedFormat').selectOption('JSON');
    const { id } = JSON.parse(await page.getByTestId('apiKeyCreatedValue').inputValue());
    await prepare('DELETE', '/_security/api_key', { ids: [id] });
    await page.getByTestId('apiKeyTest').click();
    await result.filter({ hasText: 'It has been deleted.' }).waitFor();
  });

  it('put the secret away, and it is nowhere any more', async () => {
    const { page, context } = await browser.open();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => said.push(request.url()));
    await create(page);
    await page.getByTestId('apiKeyTest').click();
    await page.getByTestId('apiKeyTestResult').waitFor();
    const encoded = await page.getByTestId('apiKeyCreatedValue').inputValue();
    await page.getByTestId('apiKeyCreatedDone').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeyCreated').waitFor({ state: 'detached' });

    const kept = await page.evaluate(async () => ({
      page: document.documentElement.outerHTML,
      fields: Array.from(document.querySelectorAll('input'), ({ value }) => value),
      storage: [{ ...localStorage }, { ...sessionStorage }],
      history: [history.state, location.href],
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
    }));
    const everything = JSON.stringify([kept, said, await context.cookies()]);
    const [, apiKey = ''] = atob(encoded).split(':');
    expect(apiKey).toHaveLength(22);
    for (const secret of [encoded, apiKey]) expect(everything).not.toContain(secret);
    expect(kept).toMatchObject({ caches: [], databases: [] });
  });
});
