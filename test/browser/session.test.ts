import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';

describe('Users who are signed in', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    user = await createUser({ cluster: ['manage_own_api_key'] });
  });
  afterAll(() => console.stop());

  it('get where a link on another site leads, without signing in again', async () => {
    const { page, context } = await browser.open();
    await signIn(page, console.url, user);
    const linked = page.url();

    const elsewhere = await context.newPage();
    // To the browser, localhost is another site than 127.0.0.1.
    await elsewhere.route('http://localhost/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${linked}?search=x">link</a>` }),
    );
    await elsewhere.goto('http://localhost/');
    await elsewhere.getByText('link').click();
    await elsewhere.getByTestId('apiKeysPage').waitFor();
    expect(elsewhere.url()).toBe(`${linked}?search=x`);
  });

  it('are signed out for good, also with a copy of their cookie', async () => {
    const { page, context } = await browser.open();
    await signIn(page, console.url, user);
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
    const me = () =>
      fetch(`${console.url}/internal/security/me`, { headers: { cookie: cookies.join('; ') } });
    expect((await me()).status).toBe(200);

    await page.getByTestId('userMenuButton').click();
    await page.getByTestId('logoutLink').click();
    await page.getByTestId('loginUsername').waitFor();
    expect((await me()).status).toBe(401);
  });

  it('find the colour mode that they chose after a reload', async () => {
    const { page } = await browser.open({ colorScheme: 'light' });
    await signIn(page, console.url, user);
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await background();
    await page.getByTestId('userMenuButton').click();
    await page.getByTestId('colorModeToggle').click();
    await page.waitForFunction(
      (before) => getComputedStyle(document.documentElement).backgroundColor !== before,
      light,
    );
    const dark = await background();
    await page.reload();
    await page.getByTestId('apiKeysPage').waitFor();
    expect(await background()).toBe(dark);
  });
});
