import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

describe('In the list users can', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
  });
  beforeEach(async () => {
    user = await createUser({ cluster: ['manage_own_api_key'] });
  });
  afterAll(() => console.stop());

  const create = (body: object) => createKey(console.url, user, body);

  it('see a key expire without a reload', async () => {
    const lasting = await create({ name: 'lasting' });
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    const brief = await create({ name: 'brief', expiration: '8s' });
    await page.getByTestId('apiKeysRefresh').click();

    const status = page.getByTestId(`apiKeyStatus-${brief.id}`);
    await status.filter({ hasText: /^Expires in/ }).waitFor();
    await status.filter({ hasText: /^Expired/ }).waitFor();
    expect(await page.getByTestId(`apiKeyStatus-${lasting.id}`).textContent()).toMatch(/^Active/);
    expect(await statusWith(brief)).toBe(401);
  });

  it('find a key by a part of its name, and share what they found as a link', async () => {
    const wanted = await create({ name: 'nightly "export" of BOOKS*' });
    const other = await create({ name: 'something else' });
    const { page, context } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyRow-${other.id}`).waitFor();

    await page.getByTestId('apiKeysSearch').fill('"EXPORT" of books*');
    await page.getByTestId('apiKeysSearch').press('Enter');
    await page.getByTestId(`apiKeyRow-${other.id}`).waitFor({ state: 'detached' });
    expect(await page.getByTestId(`apiKeyRow-${wanted.id}`).count()).toBe(1);

    const copied = await context.newPage();
    await copied.goto(page.url());
    await copied.getByTestId(`apiKeyRow-${wanted.id}`).waitFor();
    expect(await copied.getByTestId('apiKeysTotal').textContent()).toBe('1');

    await page.goBack();
    await page.getByTestId(`apiKeyRow-${other.id}`).waitFor();
  });

  it('page through more keys than fit, there and back', async () => {
    const created = await Promise.all(
      Array.from({ length: 30 }, (_, i) => create({ name: `key ${i}` })),
    );
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    const rows = page.locator('[data-test-subj^="apiKeyRow-"]');
    const shown = () =>
      rows.evaluateAll((all) =>
        all.map((row) => row.getAttribute('data-test-subj')?.slice('apiKeyRow-'.length)),
      );

    await rows.nth(24).waitFor();
    const first = await shown();
    await page.getByTestId('apiKeysNextPage').click();
    await page.getByTestId(`apiKeyRow-${first[0]}`).waitFor({ state: 'detached' });
    const second = await shown();
    expect(first).toHaveLength(25);
    expect([...first, ...second].sort()).toEqual(created.map(({ id }) => id).sort());
    expect(await page.getByTestId('apiKeysNextPage').isDisabled()).toBe(true);

    await page.getByTestId('apiKeysPreviousPage').click();
    await page.getByTestId(`apiKeyRow-${first[0]}`).waitFor();
    expect(await shown()).toEqual(first);
  });
});
