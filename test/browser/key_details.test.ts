import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { askElasticsearch, createUser, type TestUser } from '../helpers/elasticsearch.ts';
import { createKey, statusWith } from '../helpers/keys.ts';

const ROLES = { watcher: { cluster: ['monitor'] } };

describe('Users can open a key', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
  });
  beforeEach(async () => {
    user = await createUser({ cluster: ['manage_own_api_key', 'monitor'] });
  });
  afterAll(() => console.stop());

  const create = (body: object) => createKey(console.url, user, body);

  async function open(id: string): Promise<Page> {
    const { page } = await browser.open();
    await signIn(page, console.url, user);
    await page.getByTestId(`apiKeyName-${id}`).click();
    await page.getByTestId('apiKeySubmit').waitFor();
    return page;
  }
  const stored = async (name: string) => {
    const path = `/_security/api_key?owner=true&active_only=true&name=${encodeURIComponent(name)}`;
    const { body } = await askElasticsearch(user.authorization, 'GET', path);
    return body.api_keys as readonly {
      readonly metadata: object;
      readonly role_descriptors: object;
    }[];
  };

  it('and see what it is, what it may do, and within which limits', async () => {
    const key = await create({ name: 'Seen', role_descriptors: ROLES });
    const page = await open(key.id);
    const flyout = page.getByTestId('apiKeyFlyout');
    for (const text of ['Seen', key.id, user.username, 'Active', 'watcher: monitor on the cluster'])
      await flyout.filter({ hasText: text }).waitFor();
    await page.getByTestId('apiKeyShowOwnerLimits').click();
    const limits = await page.getByTestId('apiKeyOwnerLimits').innerText();
    expect(JSON.parse(limits)).toEqual({
      [user.username]: { cluster: ['manage_own_api_key', 'monitor'] },
    });
  });

  it('and change it, but not what was changed elsewhere meanwhile', async () => {
    const key = await create({ name: 'Shared', metadata: { team: 'books' } });
    const [first, second] = [await open(key.id), await open(key.id)];
    await typeJson(first, 'apiKeyMetadataEditor', { team: 'films' });
    await first.getByTestId('apiKeySubmit').click();
    await first.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });

    await typeJson(second, 'apiKeyMetadataEditor', { team: 'music' });
    await second.getByTestId('apiKeySubmit').click();
    await second.getByTestId('apiKeyChangedMeanwhile').waitFor();
    expect(await stored('Shared')).toMatchObject([{ metadata: { team: 'films' } }]);
    const editor = second.getByTestId('apiKeyMetadataEditor').locator('.cm-content');
    expect(await editor.innerText()).toContain('music');

    await second.getByTestId('apiKeyLoadNewVersion').click();
    await editor.filter({ hasText: 'films' }).waitFor();
    // What they have entered is an undo away.
    await editor.click();
    await second.keyboard.press('ControlOrMeta+Z');
    await editor.filter({ hasText: 'music' }).waitFor();
    await second.getByTestId('apiKeySubmit').click();
    await second.getByTestId('apiKeyFlyout').waitFor({ state: 'detached' });
    expect(await stored('Shared')).toMatchObject([{ metadata: { team: 'music' } }]);
  });

  it('and make another one like it', async () => {
    const original = await create({
      name: 'Original',
      role_descriptors: ROLES,
      metadata: { team: 'books' },
      expiration: '30d',
    });
    const page = await open(original.id);
    await page.getByTestId('apiKeyFlyoutClone').click();
    expect(await page.getByTestId('apiKeyNameInput').inputValue()).toBe('Original copy');
    expect(await page.getByTestId('apiKeyExpirationSelect').inputValue()).toBe('30d');
    await page.getByTestId('apiKeySubmit').click();
    await page.getByTestId('apiKeyCreated').filter({ hasText: 'Original copy' }).waitFor();
    expect(await stored('Original copy')).toMatchObject([
      { metadata: { team: 'books' }, role_descriptors: ROLES },
    ]);
  });

  it('and delete it', async () => {
    const key = await create({ name: 'Gone' });
    const page = await open(key.id);
    await page.getByTestId('apiKeyFlyoutDelete').click();
    await page.getByTestId('confirmModalConfirmButton').click();
    await page.getByTestId('apiKeysDeleteResult').waitFor();
    expect(await statusWith(key)).toBe(401);
  });

  it('and update it by the request that the page shows', async () => {
    const key = await create({ name: 'By request' });
    const page = await open(key.id);
    await page.getByTestId('apiKeyMetadataSwitch').click();
    await typeJson(page, 'apiKeyMetadataEditor', { team: 'books' });
    await page.getByTestId('apiKeyRequest').click();
    const text = await page.getByTestId('apiKeyRequest').locator('pre').innerText();
    const [, method = '', path = '', body = ''] = /^(\S+) (\S+)\n(.*)$/s.exec(text) ?? [];
    const answer = await askElasticsearch(user.authorization, method, path, JSON.parse(body));
    expect(answer).toMatchObject({ status: 200, body: { updated: true } });
    expect(await stored('By request')).toMatchObject([{ metadata: { team: 'books' } }]);
  });
});
