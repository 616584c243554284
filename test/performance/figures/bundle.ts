import type { Page } from 'playwright-core';
import { buildZips } from '../../../scripts/kibana_plugin/build_zips.ts';
import { READY } from '../../helpers/console.ts';
import { signIn } from '../../helpers/page_actions.ts';
import { startProcess } from '../../helpers/start_process.ts';
import { consoleArgumentsAt } from '../bench.ts';
import type { Figure, Measurement } from '../figure.ts';
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
    const page = await context.newPage();
    const downloads = await pluginDownloads(page);

    await signIn(page, console.ready[1] ?? '', place);
    await page.locator('[data-test-subj^="apiKeyRow-"]').first().waitFor();
    const shown = downloads();
    await page.getByTestId('apiKeysCreateButton').first().click();
    await page.getByTestId('apiKeyRestrictSwitch').click();
    await page.getByTestId('apiKeyRoleDescriptorsEditor').locator('.cm-content').waitFor();
    const withEditor = downloads();
    await context.close();
    await console.stop();

    const row = (title: string, sides: string, bytes: number, atMost: number): Figure => ({
      title: `Kibana bundle: ${title}`,
      sides,
      unit: 'KB',
      value: spread([bytes / 1024]),
      reach: { atMost },
    });
    return [
      row('entry', 'not compressed', shown.entry, 10),
      row('page', 'gzip, all that comes before the list', shown.bytes, 150),
      row('editor', 'gzip, the largest that comes with it', withEditor.largest, 175),
    ];
  },
};

/** Gives how many bytes of the plugin have come so far; those of `largest` of its files. */
async function pluginDownloads(page: Page) {
  const session = await page.context().newCDPSession(page);
  const names = new Map<string, string>();
  const lengths = new Map<string, number>();
  let entry = 0;
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.includes('/bundles/plugin/')) names.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (names.has(requestId)) lengths.set(requestId, encodedDataLength);
  });
  session.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (names.get(requestId)?.endsWith(ENTRY)) entry += dataLength;
  });
  await session.send('Network.enable');
  return () => {
    const all = [...lengths.values()];
    return {
      entry,
      bytes: all.reduce((sum, each) => sum + each, 0),
      largest: Math.max(...all),
    };
  };
}
