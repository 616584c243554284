import type { Locator, Page } from 'playwright-core';
import { signIn } from '../../helpers/page_actions.ts';
import { serveBarePage } from '../bare_pages/serve.ts';
import type { Bench } from '../bench.ts';
import type { Measurement } from '../figure.ts';
import { inTurn, ratio } from '../in_turn.ts';
import { longestTask } from '../longest_task.ts';
import { median } from '../statistics.ts';

const LINES = 2000;

export const typing: Measurement = {
  name: 'typing',
  async measure(bench) {
    const place = await bench.elasticsearch(1000);
    const { url } = await bench.console(place);
    await using bare = await serveBarePage(bench.root, 'editor.ts', '');
    const context = await (await bench.browser()).newContext({ locale: 'en-GB' });

    const ours = await context.newPage();
    await signIn(ours, url, place);
    await ours.getByTestId('apiKeysCreateButton').first().click();
    await ours.getByTestId('apiKeyRestrictSwitch').click();
    const editor = ours.getByTestId('apiKeyRoleDescriptorsEditor').locator('.cm-content');
    const plain = await context.newPage();
    await plain.goto(bare.url);

    const blocks = await inTurn(bench.pick(5, 1), {
      a: typeInto(bench, ours, editor),
      b: typeInto(bench, plain, plain.locator('.cm-content')),
    });
    await context.close();
    return [
      {
        title: `Typing into ${LINES.toLocaleString('en')} lines, longest task`,
        sides: 'the editor ÷ a bare CodeMirror',
        unit: '×',
        value: ratio(blocks),
        reach: { atMost: 2 },
        made_of: { 'editor ms': median(blocks.a.flat()), 'bare ms': median(blocks.b.flat()) },
      },
    ];
  },
};

const typeInto = (bench: Bench, page: Page, content: Locator) => async () => {
  await page.bringToFront();
  await content.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(roleDescriptors());
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 0; line < 8; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  // What the new document set in motion has come to rest.
  await page.waitForTimeout(2000);
  const text = Array.from({ length: 10 }, (_, field) => `"n${field}": ["monitor"],`).join('');
  const ms = await longestTask(page, () =>
    page.keyboard.type(text.slice(0, bench.pick(200, 40)), { delay: 30 }),
  );
  return [ms];
};

/** So many lines of role descriptors as people write them. */
function roleDescriptors(): string {
  const indices = [{ names: ['logs-*', 'metrics-*'], privileges: ['read'] }];
  const role = { cluster: ['monitor'], indices };
  const linesOf = (value: unknown) => JSON.stringify(value, null, 2).split('\n').length;
  const roles = Math.ceil((LINES - 2) / (linesOf({ role }) - 2));
  return JSON.stringify(
    Object.fromEntries(Array.from({ length: roles }, (_, number) => [`role-${number}`, role])),
    null,
    2,
  );
}
