import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signIn, typeJson, useBrowser } from '../helpers/browser.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { createUser, prepare, type TestUser } from '../helpers/elasticsearch.ts';

const EDITOR = 'apiKeyRoleDescriptorsEditor';

describe('Users can write role descriptors in an editor that', () => {
  const browser = useBrowser();
  let console: TestConsole;
  let user: TestUser;

  beforeAll(async () => {
    console = await startConsole();
    await prepare('PUT', '/editor-test-books', { aliases: { 'editor-test-library': {} } });
    await prepare('PUT', '/editor-hidden-from-them');
    user = await createUser({
      cluster: ['manage_own_api_key'],
      indices: [{ names: ['editor-test-*'], privileges: ['read'] }],
    });
  });
  afterAll(() => console.stop());

  async function open(options: Parameters<typeof browser.open>[0] = {}) {
    const { page, complaints } = await browser.open(options);
    await signIn(page, console.url, user);
    await page.getByTestId('apiKeysCreateButton').click();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    const text = page.getByTestId(EDITOR).locator('.cm-content');
    await text.click();
    await page.keyboard.press('ControlOrMeta+A');
    const list = page.getByRole('listbox', { name: 'Completions' });
    return {
      page,
      complaints,
      text,
      list,
      type: (typed: string) => page.keyboard.type(typed),
      /** Takes what is offered first, once it is this. */
      async take(first: string) {
        await list.getByRole('option', { selected: true, name: first }).waitFor();
        await settled(page);
        await page.keyboard.press('Enter');
      },
      value: async () => JSON.parse(await text.innerText()),
    };
  }

  it('completes fields, indices that they can see, and privileges', async () => {
    const { page, type, take, list, value } = await open();
    await type('{"my-role": {"ind');
    await take('indices');
    await list.getByText('editor-test-books').waitFor();
    expect(await list.getByText('editor-hidden-from-them').count()).toBe(0);
    await type('test-lib');
    await take('editor-test-library');
    await page.keyboard.press('Tab');
    await type('rea');
    await take('read Search, get and count');
    await page.keyboard.press('Tab');
    await type('}}');
    expect(await value()).toEqual({
      'my-role': { indices: [{ names: ['editor-test-library'], privileges: ['read'] }] },
    });
  });

  it('explains what the mouse points at', async () => {
    const { page, text } = await open();
    await typeJson(page, EDITOR, { r: { cluster: ['monitor'] } });
    await text.getByText('"monitor"').hover();
    await page.locator('.cm-tooltip', { hasText: 'Look at the cluster' }).waitFor();
  });

  it('says what is wrong, below and at its place', async () => {
    const { page, text } = await open();
    await typeJson(page, EDITOR, { r: { cluster: 'all' } });
    await page.getByText('Line 3, column 16: expected an array or null, got "all"').waitFor();
    await page.locator('.cm-lintRange-error', { hasText: '"all"' }).waitFor();
    expect(await text.getAttribute('aria-invalid')).toBe('true');
  });

  it('doubts what it does not know, and shows what Elasticsearch says of it', async () => {
    const { page, complaints } = await open();
    await typeJson(page, EDITOR, { r: { cluster: ['monitr'] } });
    await page.getByText('Line 4, column 7: “monitr” is no privilege known here.').waitFor();
    await page.locator('.cm-lintRange-error', { hasText: '"monitr"' }).waitFor();
    expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 400')]);
  });

  it('lays out by a key or a button, and undoes it', async () => {
    const { page, text, type } = await open();
    await type('{"r":{}}');
    const lines = async () => (await text.innerText()).split('\n');
    await page.keyboard.press('Shift+Alt+F');
    expect(await lines()).toEqual(['{', '  "r": {}', '}']);
    await page.keyboard.press('ControlOrMeta+Z');
    expect(await lines()).toEqual(['{"r":{}}']);
    await page.getByTestId('apiKeyRoleDescriptorsFormat').click();
    expect(await lines()).toEqual(['{', '  "r": {}', '}']);
    await text.focus();
    await page.keyboard.press('ControlOrMeta+Z');
    expect(await lines()).toEqual(['{"r":{}}']);
  });

  it('is left by Escape and Tab, after Escape has closed the list', async () => {
    const { page, text, list, type } = await open();
    const hasFocus = (name: string) =>
      page.waitForFunction(
        (id) => document.activeElement?.closest(`[data-test-subj="${id}"]`) !== null,
        name,
      );
    await type('{"r": {"');
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await hasFocus(EDITOR);
    await page.keyboard.press('Tab');
    await hasFocus(EDITOR);
    expect(await text.innerText()).toBe('  {"r": {"');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await hasFocus('apiKeyRoleDescriptorsFormat');
    await page.keyboard.press('Escape');
    await page.getByText('Discard your changes?').waitFor();
  });

  it.each(['light', 'dark'] as const)('is accessible with its list open, in %s', async (scheme) => {
    const { page, list, type } = await open({ colorScheme: scheme });
    await type('{"r": {"cluster": ["m');
    await list.waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

/** CodeMirror leaves Enter alone for 75 ms after a list has come: nobody can have seen it. */
async function settled(page: Page): Promise<void> {
  const seen = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() - since > 75, seen);
}

async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include(`[data-test-subj=${EDITOR}]`).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}
