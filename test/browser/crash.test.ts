import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { callApi } from '../helpers/api_client.ts';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, askElasticsearch, basic } from '../helpers/elasticsearch.ts';
import { type OwnElasticsearch, startOwnElasticsearch } from '../helpers/elasticsearch_process.ts';

const PASSWORD = 'the password of this test';

describe('When Elasticsearch is killed', () => {
  const browser = useBrowser();
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-crash-'));
  let elasticsearch: OwnElasticsearch;
  let console: TestConsole;

  beforeAll(async () => {
    elasticsearch = await startOwnElasticsearch(data, PASSWORD);
    console = await startConsole([`--elasticsearch.hosts=${elasticsearch.url}`]);
  });
  afterAll(async () => {
    await console.stop();
    await elasticsearch.process.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('users see that it is away, and find every key that was created once it is back', async () => {
    const created = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        callApi(console.url, createKeyRoute, {
          authorization: basic('elastic', PASSWORD),
          body: { name: `key ${i}` },
        }),
      ),
    );
    expect(created.map(({ status }) => status)).toEqual(created.map(() => 200));
    const { page, complaints } = await browser.open();
    await signIn(page, console.url, { username: 'elastic', password: PASSWORD });
    await page.getByTestId('apiKeysTable').waitFor();
    await elasticsearch.kill();

    await page.getByTestId('apiKeysRefresh').click();
    await page.getByTestId('apiKeysError').waitFor();
    expect(await page.getByTestId('apiKeysError').textContent()).toMatch(/Elasticsearch/);
    complaints.length = 0; // Chromium itself writes of each 503.

    elasticsearch = await startOwnElasticsearch(data, PASSWORD, new URL(elasticsearch.url).port);
    await page.getByTestId('apiKeysRetry').click();
    await page.getByTestId('apiKeysTable').waitFor();
    await page.getByTestId('apiKeysError').waitFor({ state: 'detached' });
    expect(await page.getByTestId('apiKeysTotal').textContent()).toBe('100');

    const answers = await Promise.all(
      created.map(({ body }) =>
        askElasticsearch(
          apiKey(body.encoded),
          'GET',
          '/_security/_authenticate',
          undefined,
          elasticsearch.url,
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(created.map(() => 200));
  });
});
