import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, askElasticsearch, basic } from '../helpers/elasticsearch.ts';

const PASSWORD = 'the password of this test';
const ONLY_BOOKS = {
  'books-read-only': { indices: [{ names: ['books'], privileges: ['read'] }] },
};

// The whole product as `npm start` gives it to someone on the first day, Elasticsearch included.
describe('On the first day users can', () => {
  const browser = useBrowser();
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-first-day-'));
  let console: TestConsole;
  let elasticsearch: string;

  beforeAll(async () => {
    console = await startConsole(['-E', 'http.port=0', '-E', `path.data=${data}`], {
      ELASTIC_PASSWORD: PASSWORD,
    });
    elasticsearch = /Elasticsearch is ready at (http\S+)/.exec(console.output())?.[1] ?? '';
  });
  afterAll(async () => {
    await console.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const ask = (authorization: string, method: string, path: string, body?: unknown) =>
    askElasticsearch(authorization, method, path, body, elasticsearch);

  it('create a key that may only read books, and use it', async () => {
    const { page } = await browser.open();
    await signIn(page, console.url, { username: 'elastic', password: PASSWORD });

    await page.getByTestId('apiKeysEmptyPrompt').getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyNameInput').fill('Daily export of books');
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', ONLY_BOOKS);
    await page.getByTestId('apiKeySubmit').click();

    const encoded = await page.getByTestId('apiKeyCreatedValue').inputValue();
    const key = apiKey(encoded);
    expect((await ask(key, 'GET', '/books/_search')).status).toBe(200);
    expect((await ask(key, 'POST', '/books/_doc', { name: 'Mine' })).status).toBe(403);
    await ask(basic('elastic', PASSWORD), 'PUT', '/films');
    expect((await ask(key, 'GET', '/films/_search')).status).toBe(403);
    expect((await ask(key, 'GET', '/_security/_authenticate')).body).toMatchObject({
      username: 'elastic',
      authentication_type: 'api_key',
      api_key: { name: 'Daily export of books' },
    });
  });
});
