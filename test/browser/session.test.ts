import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  createUser,
  prepare,
  sharedElasticsearch,
  type TestUser,
} from '../helpers/elasticsearch.ts';
import { selfSigned } from '../helpers/self_signed.ts';

describe('Users who are signed in', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let secure: TestConsole | undefined;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    user = await createUser({ cluster: ['manage_own_api_key'] });
  });
  afterAll(() => Promise.all([console.stop(), secure?.stop()]));

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

  it('are told when their session has ended elsewhere, and led back once they log in', async () => {
    const changing = await createUser({ cluster: ['manage_own_api_key'] });
    const { page, complaints } = await browser.open();
    await signIn(page, console.url, changing);
    await page.goto(`${page.url()}?search=x`);
    // Nothing is on its way that would hear of it first.
    await page.locator('[data-test-subj="apiKeysRefresh"]:enabled').waitFor();
    const asked = page.url();

    const password = 'quite another one';
    await prepare('POST', `/_security/user/${changing.username}/_password`, { password });
    await page.getByTestId('apiKeysRefresh').click();
    await page.getByText('Your session has ended.').first().waitFor();
    await page.getByTestId('loginUsername').fill(changing.username);
    await page.getByTestId('loginPassword').fill(password);
    await page.getByTestId('loginSubmit').click();
    await page.getByTestId('apiKeysPage').waitFor();
    expect(page.url()).toBe(asked);
    expect(complaints.splice(0).join()).toContain('401');
  });

  it('hold a cookie that is bound to the host where the console is reached by TLS', async () => {
    using certificate = await selfSigned();
    const flags = Object.entries(certificate.flags).map(([key, value]) => `--${key}=${value}`);
    secure = await startConsole([`--elasticsearch.hosts=${sharedElasticsearch().url}`, ...flags]);
    const { page, context } = await browser.open({ ignoreHTTPSErrors: true });
    await signIn(page, secure.url, user);
    expect(await context.cookies()).toEqual([
      expect.objectContaining({
        name: '__Host-sid',
        path: '/',
        httpOnly: true,
        secure: true,
        sameSite: 'Strict',
      }),
    ]);
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
