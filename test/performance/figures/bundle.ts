import type { Page } from 'playwright-core';
import { buildZips } from '../../../scripts/kibana_plugin/build_zips.ts';
import { READY } from '../../helpers/console.ts';
import { signIn } from '../../helpers/page_actions.ts';
import { startProcess } from '../../helpers/start_process.ts';
import { consoleArgumentsAt } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
import { markRows, rowsMark } from '../rows_mark.ts';
import { spread } from '../statistics.ts';

const ENTRY = 'projectApiKeys.plugin.js';

/** What a browser downloads of the plugin that Kibana installs. */
export const bundle: Measurement = {
  name: 'bundle',
  async measure(bench) {
    const [zip = ''] = await buildZips(bench.root, ['9.2.1']);
    const place = await bench.elasticsearch(1000);
    const args = [...consoleArgumentsAt(bench.root, place), `--plugin=${zip}`];
    const console = await startProcess(args, READY);
    const context = await (await bench.browser()).newContext({ locale: 'en-GB' });
    await markRows(context);
    const page = await context.newPage();

    await signIn(page, console.ready[1] ?? '', place);
    await page.reload();
    const shown = await rowsMark(page);
    const click = await page.evaluate(() => performance.now());
    await page.getByTestId('apiKeysCreateButton').first().click();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await page.getByTestId('apiKeyRoleDescriptorsEditor').locator('.cm-content').waitFor();
    const files = await pluginFiles(page);
    await context.close();
    await console.stop();

    const row = (title: string, sides: string, bytes: number, atMost: number): Figure => ({
      title: `Kibana bundle: ${title}`,
      sides,
      unit: 'KB',
      value: spread([bytes / 1024]),
      reach: { atMost },
    });
    const entry = files.find(({ name }) => name.endsWith(ENTRY));
    const before = files.filter(({ asked }) => asked < shown);
    const after = files.filter(({ asked }) => asked > click);
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    return [
      row('entry', 'not compressed', entry?.plain ?? Number.NaN, 10),
      row('page', 'gzip, all that is asked for before the list', sum(before.map(zipped)), 150),
      row('editor', 'gzip, its own file', Math.max(...after.map(zipped)), 175),
    ];
  },
};

interface PluginFile {
  readonly name: string;
  /** ms after the page was asked for */
  readonly asked: number;
  /** bytes */
  readonly zipped: number;
  readonly plain: number;
}
const zipped = (file: PluginFile) => file.zipped;

/** What the page has downloaded of the plugin. */
const pluginFiles = (page: Page): Promise<PluginFile[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.includes('/bundles/plugin/'))
      .map(({ name, startTime, encodedBodySize, decodedBodySize }) => ({
        name,
        asked: startTime,
        zipped: encodedBodySize,
        plain: decodedBodySize,
      })),
  );
