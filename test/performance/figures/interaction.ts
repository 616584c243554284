import type { Page } from 'playwright-core';
import { signIn } from '../../helpers/page_actions.ts';
import type { Bench } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
import { longestTask, slowDown } from '../longest_task.ts';
import { spread } from '../statistics.ts';

/** What a person does with a list of 100 rows; each begins from the list as it is first shown. */
const INTERACTIONS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  filter: async (page) => {
    await page.getByTestId('apiKeysFilterKind').click();
    await page.getByTestId('apiKeysFilterKind-managed').click();
    await page.waitForURL(/kind/);
    await settled(page);
  },
  sort: async (page) => {
    await page.getByRole('columnheader', { name: /^Name/ }).getByRole('button').click();
    await page.waitForURL(/sort/);
    await settled(page);
  },
  'next page': async (page) => {
    const [before] = await rows(page).all();
    const first = await before?.getAttribute('data-test-subj');
    await page.getByTestId('apiKeysNextPage').click();
    await page.getByTestId(first ?? '').waitFor({ state: 'detached' });
    await settled(page);
  },
  'open a key': async (page) => {
    await page.locator('[data-test-subj^="apiKeyName-"]').first().click();
    await page
      .getByTestId('apiKeyNameInput')
      .or(page.getByTestId('apiKeyFlyout'))
      .first()
      .waitFor();
    await settled(page);
  },
  'select all rows': async (page) => {
    await page
      .getByRole('checkbox', { name: /select all/i })
      .first()
      .check();
    await page.getByTestId('apiKeysBulkDelete').waitFor();
    await settled(page);
  },
};

const rows = (page: Page) => page.locator('[data-test-subj^="apiKeyRow-"]');

/** Nothing is asked any more, and what was answered has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}

export const interaction: Measurement = {
  name: 'interaction',
  async measure(bench) {
    const place = await bench.elasticsearch(bench.pick(10_000, 1000));
    const { url } = await bench.console(place);
    const context = await (await bench.browser()).newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await signIn(page, url, place);
    const figures: Figure[] = [];
    for (const [name, act] of Object.entries(INTERACTIONS))
      for (const [slower, atMost] of [
        [4, 200],
        [1, 50],
      ] as const)
        figures.push(await longest(bench, page, { name, act, slower, atMost }));
    await context.close();
    return figures;
  },
};

interface Wanted {
  readonly name: string;
  readonly act: (page: Page) => Promise<unknown>;
  readonly slower: number;
  readonly atMost: number;
}

async function longest(
  bench: Bench,
  page: Page,
  { name, act, slower, atMost }: Wanted,
): Promise<Figure> {
  const samples: number[] = [];
  // The first round is not counted: it downloads what is only downloaded then.
  for (let round = 0; round <= bench.pick(5, 1); round++) {
    const { origin, pathname } = new URL(page.url());
    await page.goto(`${origin}${pathname}?size=100`);
    await rows(page).nth(99).waitFor();
    await settled(page);
    const restore = await slowDown(page, slower);
    const ms = await longestTask(page, () => act(page));
    await restore();
    if (round > 0) samples.push(ms);
  }
  return {
    title: `Longest task: ${name}, 100 rows`,
    sides: slower === 1 ? 'as it is' : `a processor ${slower} times slower`,
    unit: 'ms',
    value: spread(samples),
    reach: { atMost },
  };
}
