import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import type { KeyQuery } from '../../common/key_filter.ts';
import { callApi } from '../helpers/api_client.ts';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  type SeededElasticsearch,
  startSeededElasticsearch,
} from '../helpers/seeded_elasticsearch.ts';
import { until } from '../helpers/until.ts';

const KEYS = 12_000;

describe('With 12,000 keys users can', () => {
  const browser = useBrowser();
  let elasticsearch: SeededElasticsearch;
  let console: TestConsole;

  beforeAll(async () => {
    elasticsearch = await startSeededElasticsearch(KEYS);
    console = await startConsole([`--elasticsearch.hosts=${elasticsearch.url}`]);
  });
  afterAll(async () => {
    await console.stop();
    await elasticsearch.stop();
  });

  const ask = async (query: KeyQuery) => {
    const { authorization } = elasticsearch.admin;
    const answer = await callApi(console.url, queryKeysRoute, { authorization, body: query });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const open = async () => {
    const { page } = await browser.open();
    await signIn(page, console.url, elasticsearch.admin);
    await rows(page).first().waitFor();
    return page;
  };
  /** The page shows just what the API finds. */
  const expectFound = async (page: Page, query: KeyQuery) => {
    const { keys, total } = await ask(query);
    await expectShown(page, { total, ids: keys.map(({ id }) => id) });
  };

  it('see exactly how many there are, and the newest of them', async () => {
    const page = await open();
    await expectFound(page, {});
    expect((await shown(page)).total).toBe(KEYS);
  });

  it.each([
    { option: 'Kind-personal', filter: { kinds: ['personal'] } },
    { option: 'Kind-managed', filter: { kinds: ['managed'] } },
    { option: 'Status-active', filter: { statuses: ['active'] } },
    { option: 'Status-expiring_soon', filter: { statuses: ['expiring_soon'] } },
    { option: 'Status-expired', filter: { statuses: ['expired'] } },
  ] as const)('filter by $option, with its number beside it', async ({ option, filter }) => {
    const page = await open();
    await page.getByTestId(`apiKeysFilter${option.split('-')[0]}`).click();
    const choice = page.getByTestId(`apiKeysFilter${option}`);
    const { total } = await ask(filter as unknown as KeyQuery);
    expect(await choice.textContent()).toContain(total.toLocaleString('en-GB'));
    await choice.click();
    await page.keyboard.press('Escape');
    await expectFound(page, filter as unknown as KeyQuery);
  });

  it('filter by an owner who is found by a part of the name', async () => {
    const owner = (await ask({})).counts.owners.at(-1)?.username ?? '';
    const page = await open();
    await page.getByTestId('apiKeysFilterOwner').click();
    await page.getByRole('combobox', { name: 'Find an owner' }).fill(owner.slice(1).toUpperCase());
    await page.getByTestId(`apiKeysFilterOwner-${owner}`).click();
    await page.keyboard.press('Escape');
    await expectFound(page, { owners: [owner] });
  });

  it.each([
    { text: 'EXPORT', query: { search: 'export' } },
    { text: 'kind:managed status:expired', query: { kinds: ['managed'], statuses: ['expired'] } },
    {
      text: 'metadata.team:search nightly',
      query: { metadata: { team: 'search' }, search: 'nightly' },
    },
    {
      text: '-kind:managed "for the"',
      query: { kinds: ['personal', 'cross_cluster'], search: '"for the"' },
    },
    { text: 'no such key anywhere', query: { search: 'no such key anywhere' } },
  ])('search for $text', async ({ text, query }) => {
    const page = await open();
    await page.getByTestId('apiKeysSearch').fill(text);
    await page.getByTestId('apiKeysSearch').press('Enter');
    await expectFound(page, query as KeyQuery);
  });

  it.each([
    { heading: 'Name', field: 'name' },
    { heading: 'Owner', field: 'username' },
    { heading: 'Created', field: 'creation' },
    { heading: 'Status', field: 'expiration' },
  ] as const)('sort by $heading, both ways', async ({ heading, field }) => {
    const page = await open();
    const column = page.getByRole('columnheader', { name: new RegExp(`^${heading}`) });
    for (const direction of ['asc', 'desc'] as const) {
      await column.getByRole('button').click();
      await expectFound(page, { sort: { field, direction } });
      expect(await column.getAttribute('aria-sort')).toBe(`${direction}ending`);
    }
  });

  it('turn five pages on and back, reload, and open the same in a second window', async () => {
    const page = await open();
    const pages: View[] = [];
    let cursor: string | undefined;
    for (let turn = 0; turn <= 5; turn++) {
      const { keys, next_cursor, total } = await ask({ ...(cursor && { cursor }) });
      pages.push({ total, ids: keys.map(({ id }) => id) });
      cursor = next_cursor ?? undefined;
    }
    for (const [turn, view] of pages.entries()) {
      if (turn > 0) await page.getByTestId('apiKeysNextPage').click();
      await expectShown(page, view);
    }
    await page.reload();
    await expectShown(page, pages[5]);
    const second = await page.context().newPage();
    await second.goto(page.url());
    await expectShown(second, pages[5]);
    for (const view of pages.slice(0, 5).reverse()) {
      await page.getByTestId('apiKeysPreviousPage').click();
      await expectShown(page, view);
    }
    await page.goBack();
    await expectShown(page, pages[1]);
  });

  it('delete all that match, stop in between and go on', async () => {
    const { total: expired } = await ask({ statuses: ['expired'] });
    const page = await open();
    await page.getByTestId('apiKeysFilterStatus').click();
    await page.getByTestId('apiKeysFilterStatus-expired').click();
    await page.keyboard.press('Escape');
    await expectFound(page, { statuses: ['expired'] });
    await page.getByTestId('apiKeysSelectAllMatching').click();
    await page.getByTestId('apiKeysBulkDelete').click();
    const confirm = page.getByTestId('confirmModalConfirmButton');
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByTestId('apiKeysDeleteCount').fill(String(expired));

    // The first answer is held back until Stop is pressed, so that it comes in between for sure.
    const stop = page.getByTestId('apiKeysDeleteStop');
    await page.route(
      '**/_delete',
      async (route) => {
        const answer = await route.fetch();
        await stop.click();
        await route.fulfill({ response: answer });
      },
      { times: 1 },
    );
    await confirm.click();
    const resume = page.getByTestId('apiKeysDeleteResume');
    await resume.waitFor();
    expect((await ask({ statuses: ['expired'] })).total).toBe(expired - 1000);
    await resume.click();
    const result = page.getByTestId('apiKeysDeleteResult');
    await result.filter({ hasText: expired.toLocaleString('en-GB') }).waitFor();
    await page.getByTestId('apiKeysDeleteClose').click();

    await page.getByTestId('apiKeysNoMatch').waitFor();
    expect((await ask({})).total).toBe(KEYS - expired);
    expect((await ask({ statuses: ['expired'] })).total).toBe(0);
  });
});

const rows = (page: Page) => page.locator('[data-test-subj^="apiKeyRow-"]');

/** What a list shows: how many match, and the ids of the rows from the top. */
interface View {
  readonly total: number;
  readonly ids: readonly string[];
}

async function shown(page: Page): Promise<View> {
  const total = await page.getByTestId('apiKeysTotal').textContent();
  const ids = await rows(page).evaluateAll((all) =>
    all.map((row) => row.getAttribute('data-test-subj')?.slice('apiKeyRow-'.length) ?? ''),
  );
  return { total: Number(total?.replaceAll(',', '')), ids };
}

/** Waits for the view; where it does not come, tells in what the page differs. */
async function expectShown(page: Page, view: View | undefined): Promise<void> {
  const patience = AbortSignal.timeout(15_000);
  const wanted = JSON.stringify(view);
  await until(async () => patience.aborted || JSON.stringify(await shown(page)) === wanted);
  expect(await shown(page)).toEqual(view);
}
