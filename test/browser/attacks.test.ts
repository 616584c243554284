import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { API_PREFIX } from '../../common/http_api/route.ts';
import { type AnsweringServer, answeringServer } from '../helpers/answering_server.ts';
import { callApi } from '../helpers/api_client.ts';
import { signIn, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey } from '../helpers/keys.ts';

const HTML = '<img src=x onerror="window.intruded=true"><script>window.intruded=true</script>';

describe('Users who are signed in', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let elsewhere: AnsweringServer;
  let user: TestUser;
  let keyId: string;

  beforeAll(async () => {
    [console, elsewhere, user] = await Promise.all([
      startConsole(),
      answeringServer((_request, response) =>
        response.setHeader('content-type', 'text/html').end('<title>elsewhere</title>'),
      ),
      createUser({ cluster: ['manage_own_api_key'] }),
    ]);
    keyId = (await createKey(console.url, user, { name: HTML })).id;
  });
  afterAll(async () => {
    await console.stop();
    await elsewhere[Symbol.asyncDispose]();
  });

  const keysLeft = async (): Promise<string[]> => {
    const { authorization } = user;
    const { body } = await callApi(console.url, queryKeysRoute, { authorization, body: {} });
    return body.keys.map(({ id }) => id);
  };

  // Another port is another origin but no other site: session cookies go along.
  it.each(['127.0.0.1', 'localhost'])(
    'lose nothing to a page that is served from another port of %s',
    async (host) => {
      const { page, complaints } = await browser.open();
      await signIn(page, console.url, user);
      const signedIn = page.url();
      const evil = elsewhere.url.replace('127.0.0.1', host);

      for (const [path, name, value] of [
        ['/keys', '{"name":"forged","metadata":{"x":"', '"}}'],
        ['/_delete', `{"ids":["${keyId}","`, '"]}'],
      ] as const) {
        await page.goto(evil);
        const answer = await submitForm(page, `${console.url}${API_PREFIX}${path}`, name, value);
        expect(answer.status()).toBe(403);
        const { cookie = '' } = await answer.request().allHeaders();
        expect(cookie !== '').toBe(host === '127.0.0.1');
      }
      await page.goto(evil);
      expect(await requestAll(page, console.url, keyId)).toEqual([]);
      complaints.length = 0;

      expect(await keysLeft()).toEqual([keyId]);
      await page.goto(signedIn);
      await page.getByTestId('apiKeysPage').waitFor();
    },
  );

  it('are shown their page in no frame, and to no page that opened it', async () => {
    const { page, context, complaints } = await browser.open();
    await signIn(page, console.url, user);
    const signedIn = page.url();
    await page.goto(elsewhere.url);

    await page.setContent(`<iframe src="${signedIn}"></iframe><iframe src="${console.url}/login">`);
    const frames = page.frames().slice(1);
    expect(frames.map((frame) => frame.url())).toEqual(
      Array(2).fill('chrome-error://chromewebdata/'),
    );
    complaints.length = 0;

    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.evaluate((url) => {
        Object.assign(window, { opened: window.open(url) });
      }, signedIn),
    ]);
    await opened.getByTestId('apiKeysPage').waitFor();
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    expect(await page.evaluate(() => 'opened' in window && (window.opened as Window).closed)).toBe(
      true,
    );
  });

  it('run no script and load nothing that somebody put into their page', async () => {
    const { page, complaints } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByText(HTML).waitFor();
    expect(complaints).toEqual([]);
    const asked = elsewhere.requests.length;

    const expected = [
      'connect-src',
      'img-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'script-src-elem',
      'style-src-elem',
    ];
    expect(await intrude(page, elsewhere.url, expected.length)).toEqual(expected);
    complaints.length = 0;
    expect(await page.evaluate(() => 'intruded' in window)).toBe(false);
    expect(elsewhere.requests).toHaveLength(asked);
  });

  it('see the HTML in a key as text where they open the HTTP API itself', async () => {
    const { page, complaints } = await browser.open();
    await signIn(page, console.url, user);
    await page.goto(`${console.url}${API_PREFIX}/keys/${keyId}`);
    expect(await page.evaluate(() => [document.contentType, 'intruded' in window])).toEqual([
      'application/json',
      false,
    ]);
    // It looks for a /favicon.ico.
    complaints.length = 0;
  });
});

/** Posts JSON in the only way that a form can. */
async function submitForm(
  page: Page,
  action: string,
  name: string,
  value: string,
): Promise<Response> {
  const answered = page.waitForResponse(action);
  await page.evaluate(
    (field) => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', enctype: 'text/plain', action: field.action });
      const input = document.createElement('input');
      Object.assign(input, field);
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { action, name, value },
  );
  await page.waitForURL(action);
  return answered;
}

/** Tries all that a page can ask another origin for by itself; gives what it got an answer to. */
const requestAll = (page: Page, url: string, id: string): Promise<string[]> =>
  page.evaluate(
    async ({ api, url, id }) => {
      const element = (tag: 'img' | 'script', src: string) =>
        new Promise((load, error) => {
          document.body.append(
            Object.assign(document.createElement(tag), { onload: load, onerror: error, src }),
          );
        });
      const post = { method: 'POST', credentials: 'include', body: `{"ids":["${id}"]}` } as const;
      const headers = { 'kbn-xsrf': 'x', 'content-type': 'application/json' };
      const attempts: Record<string, Promise<unknown>> = {
        'simple post': fetch(`${api}/_delete`, { ...post, mode: 'no-cors' }),
        'post of JSON': fetch(`${api}/_delete`, { ...post, headers }),
        read: fetch(`${api}/keys/${id}`, { credentials: 'include' }),
        script: element('script', `${api}/keys/${id}`),
        image: element('img', `${api}/keys/${id}`),
        logout: element('img', `${url}/logout`),
      };
      const answered: string[] = [];
      for (const [name, attempt] of Object.entries(attempts)) {
        await attempt.then(
          () => answered.push(name),
          () => {},
        );
      }
      return answered;
    },
    { api: `${url}${API_PREFIX}`, url, id },
  );

/**
 * Puts into the page whatever could run a script or tell someone else about the page. Gives the
 * directives of the policy that stood in the way, waiting a while for `count` of them.
 */
const intrude = (page: Page, elsewhere: string, count: number): Promise<string[]> =>
  page.evaluate(
    async ({ elsewhere, count, html }) => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        blocked.push(effectiveDirective),
      );
      const add = (tag: string, properties: object) =>
        document.body.append(Object.assign(document.createElement(tag), properties));
      add('script', { textContent: 'window.intruded = true' });
      add('script', { src: `${elsewhere}/script.js` });
      add('link', { rel: 'stylesheet', href: `${elsewhere}/style.css` });
      add('img', { src: `${elsewhere}/image.png` });
      add('div', { innerHTML: html });
      setTimeout('window.intruded = true');
      await fetch(elsewhere).catch(() => {});
      for (let frames = 0; blocked.length < count && frames < 600; frames++)
        await new Promise(requestAnimationFrame);
      return blocked.sort();
    },
    { elsewhere, count, html: HTML },
  );
