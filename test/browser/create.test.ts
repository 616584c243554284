import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Session, signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import {
  apiKey,
  askElasticsearch,
  createUser,
  prepare,
  type TestUser,
} from '../helpers/elasticsearch.ts';

const DAY = 86_400_000;

interface StoredKey {
  readonly name: string;
  readonly creation: number;
  readonly expiration?: number;
  readonly metadata: object;
  readonly role_descriptors: Readonly<Record<string, object>>;
}

describe('Users can create a key', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    [console, user] = await Promise.all([
      startConsole(),
      createUser({
        cluster: ['manage_own_api_key', 'monitor'],
        indices: [{ names: ['books'], privileges: ['read'] }],
      }),
      prepare('PUT', '/books/_doc/1?refresh=true', { title: 'Snow Crash' }),
      prepare('PUT', '/orders/_doc/1?refresh=true', { total: 5 }),
    ]);
  });
  afterAll(() => console.stop());

  async function openForm(): Promise<Session> {
    const session = await browser.open();
    const { page } = session;
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyNameInput').waitFor();
    return session;
  }
  const open = async (): Promise<Page> => (await openForm()).page;

  async function keysNamed(name: string): Promise<readonly StoredKey[]> {
    const { body } = await askElasticsearch(
      user.authorization,
      'GET',
      `/_security/api_key?owner=true&active_only=true&name=${encodeURIComponent(name)}`,
    );
    return body.api_keys as readonly StoredKey[];
  }

  /** What the new key is answered with by Elasticsearch. */
  async function statusOf(page: Page, path: string): Promise<number> {
    const encoded = await page.getByTestId('apiKeyCreatedValue').inputValue();
    return (await askElasticsearch(apiKey(encoded), 'GET', path)).status;
  }

  const submit = async (page: Page, name: string) => {
    await page.getByTestId('apiKeyNameInput').fill(name);
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyCreated').waitFor();
  };

  it('by the keyboard alone, from the first key to the last', async () => {
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysEmptyPrompt').waitFor();
    await tabTo(page, 'apiKeysCreateButton');
    await page.keyboard.press('Enter');
    await page.getByTestId('apiKeyNameInput').waitFor();
    await tabTo(page, 'apiKeyNameInput');
    await page.keyboard.type('By keyboard');
    await tabTo(page, 'apiKeyExpirationSelect');
    await page.keyboard.type('In 30');
    await tabTo(page, 'apiKeyRestrictSwitch');
    await page.keyboard.press('Space');
    await tabTo(page, 'apiKeyRoleTemplate');
    await page.keyboard.type('Example');
    await tabTo(page, 'apiKeyRoleDescriptorsEditor');
    await page.keyboard.press('Escape');
    await tabTo(page, 'apiKeyMetadataSwitch');
    await page.keyboard.press('Space');
    await tabTo(page, 'apiKeyMetadataEditor');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('{"team": "books"}');
    await page.keyboard.press('Escape');
    await tabTo(page, 'apiKeySubmit');
    await page.keyboard.press('Enter');
    await page.getByTestId('apiKeyCreated').waitFor();
    await tabTo(page, 'apiKeyCopy');
    await page.keyboard.press('Enter');
    expect([await statusOf(page, '/books/_search'), await statusOf(page, '/')]).toEqual([200, 403]);
    await tabTo(page, 'apiKeyCreatedDone');
    await page.keyboard.press('Enter');
    await page.getByTestId('apiKeyCreated').waitFor({ state: 'detached' });

    const [key] = await keysNamed('By keyboard');
    expect(key).toMatchObject({
      metadata: { team: 'books' },
      role_descriptors: { 'books-read-only': { indices: [{ privileges: ['read'] }] } },
    });
    expect((key?.expiration ?? 0) - (key?.creation ?? 0)).toBe(30 * DAY);
  });

  it('that expires when they say, or never', async () => {
    const page = await open();
    const [select, date] = [
      page.getByTestId('apiKeyExpirationSelect'),
      page.getByTestId('apiKeyExpirationDate'),
    ];
    expect(await select.inputValue()).toBe('90d');
    await select.selectOption('Never');
    await page.getByText('until someone deletes it').waitFor();
    await select.selectOption('Custom…');
    await page.getByTestId('apiKeyExpirationValue').fill('90');
    await page.getByTestId('apiKeyExpirationUnit').selectOption('minutes');
    await page.getByText(/^The key stops working on/).waitFor();
    await select.selectOption('On a date…');
    await date.fill('2001-01-01T00:00');
    await page.getByTestId('apiKeySubmit').click();
    await page.getByText('Choose a moment that is still to come.').waitFor();
    await date.fill('2101-12-31T12:30');
    await page.getByText('The key stops working on 31 December 2101 at 12:30.').waitFor();
    await submit(page, 'In the next century');
    const [key] = await keysNamed('In the next century');
    const chosen = await page.evaluate(() => new Date('2101-12-31T12:30').getTime());
    expect(Math.abs((key?.expiration ?? 0) - chosen)).toBeLessThan(60_000);
  });

  it('and hear what it will not get, as they do not have it', async () => {
    const page = await open();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    const warning = page.getByTestId('apiKeyPrivilegeWarning');
    await warning.filter({ hasText: 'all of your privileges' }).waitFor();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', {
      clerk: {
        cluster: ['monitor', 'manage_security'],
        indices: [{ names: ['books', 'orders'], privileges: ['read'] }],
      },
    });
    await warning
      .filter({ hasText: 'manage_security on the cluster — you do not have it' })
      .waitFor();
    await warning.filter({ hasText: 'read on orders — you do not have it' }).waitFor();
    await page
      .getByTestId('apiKeyEffectivePrivileges')
      .filter({ hasText: 'clerk: monitor on the cluster; read on books' })
      .waitFor();
    await page.locator('.cm-lintRange-warning').filter({ hasText: 'manage_security' }).waitFor();

    await submit(page, 'A clerk');
    expect(await statusOf(page, '/books/_search')).toBe(200);
    expect(await statusOf(page, '/orders/_search')).toBe(403);
  });

  it('and see at its place what Elasticsearch does not know', async () => {
    const { page, complaints } = await openForm();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', { clerk: { cluster: ['monitr'] } });
    await page.getByText(/^Line 4, column 7: unknown cluster privilege \[monitr\]/).waitFor();
    await page.getByTestId('apiKeyNameInput').fill('refused');
    await page.getByTestId('apiKeySubmit').click();
    await page.getByText(/^Line 4, column 7: unknown cluster privilege \[monitr\]/).waitFor();
    expect(await keysNamed('refused')).toEqual([]);
    // Once for the check and once for the key.
    expect(complaints.splice(0)).toEqual(Array(2).fill(expect.stringContaining('400')));
  });

  it('from a template, which undo takes back', async () => {
    const page = await open();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await typeJson(page, 'apiKeyRoleDescriptorsEditor', { mine: {} });
    const content = page.getByTestId('apiKeyRoleDescriptorsEditor').locator('.cm-content');
    const before = await content.innerText();
    await page.getByTestId('apiKeyRoleTemplate').selectOption('Beats output (Filebeat)');
    await content.filter({ hasText: 'filebeat_writer' }).waitFor();
    await content.click();
    await page.keyboard.press('ControlOrMeta+Z');
    await content.filter({ hasText: 'mine' }).waitFor();
    expect(await content.innerText()).toBe(before);
  });

  it('like another one', async () => {
    const roles = { exporter: { cluster: ['monitor'] } };
    await askElasticsearch(user.authorization, 'POST', '/_security/api_key', {
      name: 'The example',
      role_descriptors: roles,
    });
    const page = await open();
    await page.getByTestId('apiKeyRoleTemplate').selectOption('From an existing key…');
    await page.getByTestId('apiKeyRoleTemplateKey').getByRole('combobox').fill('example');
    await page.getByRole('option', { name: /^The .*example.* \(exporter\)$/ }).click();
    await submit(page, 'Like the example');
    const [key] = await keysNamed('Like the example');
    expect(key?.role_descriptors).toMatchObject(roles);
  });

  it('by the request that the page shows', async () => {
    const page = await open();
    await page.getByTestId('apiKeyNameInput').fill('By the request');
    await page.getByTestId('apiKeyRequest').click();
    const text = await page.getByTestId('apiKeyRequest').locator('pre').innerText();
    const [, method = '', path = '', body = ''] = /^(\S+) (\S+)\n(.*)$/s.exec(text) ?? [];
    const answer = await askElasticsearch(user.authorization, method, path, JSON.parse(body));
    expect(answer.status).toBe(200);
    expect(await keysNamed('By the request')).toHaveLength(1);
  });

  it('once, however often they submit', async () => {
    const page = await open();
    await page.getByTestId('apiKeyNameInput').fill('Only one');
    await page.getByTestId('apiKeySubmit').dblclick();
    await page.getByTestId('apiKeyCreated').waitFor();
    expect(await keysNamed('Only one')).toHaveLength(1);
  });

  it('whose answer is lost, and are told where to look for it', async () => {
    const { page, complaints } = await openForm();
    await page.route('**/api/project_api_keys/keys', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByTestId('apiKeyNameInput').fill('Lost');
    await page.keyboard.press('Enter');
    const errors = page.getByTestId('apiKeyFormErrors');
    await errors.filter({ hasText: 'may have been created all the same' }).waitFor();
    expect(await page.getByTestId('apiKeyNameInput').inputValue()).toBe('Lost');
    const [list] = await Promise.all([
      page.context().waitForEvent('page'),
      errors.getByRole('link').click(),
    ]);
    await list.getByRole('link', { name: 'Lost' }).waitFor();
    expect(await keysNamed('Lost')).toHaveLength(1);
    expect(complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')]);
  });
});

/** Presses Tab until the focus is on the element with this name, or within it. */
async function tabTo(page: Page, testSubj: string): Promise<void> {
  const isThere = () =>
    page.evaluate(
      (name) => document.activeElement?.closest(`[data-test-subj="${name}"]`) != null,
      testSubj,
    );
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${testSubj}`);
}
