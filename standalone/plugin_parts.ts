import { join } from 'node:path';
import type { BrowserForm } from '../scripts/build_browser.ts';
import type { ConsoleOptions } from './console/index.ts';

export interface PluginParts {
  /** The browser code that the console needs for it. */
  readonly form: BrowserForm;
  /** What is other than in the sources. */
  readonly options: Pick<ConsoleOptions, 'plugin' | 'bundle'>;
}

/**
 * The plugin that the console runs: that of the sources or, where `zip` is a file, the one in there,
 * on what its version of Kibana would lend the page.
 * @throws PluginZipError
 */
export async function pluginParts(root: string, zip: string | undefined): Promise<PluginParts> {
  if (zip === undefined) return { form: 'page', options: {} };
  // Only then: every other start does without the code that reads zips.
  const { openPluginZip } = await import('./plugin_zip/open_plugin_zip.ts');
  const { manifest, plugin, browserCode } = await openPluginZip(zip, join(root, 'build/plugin'));
  const { id, version, kibanaVersion } = manifest;
  return {
    form: kibanaVersion.startsWith('9.1.') ? 'host_9_1' : 'host',
    options: { plugin, bundle: { id, version, dir: browserCode } },
  };
}
