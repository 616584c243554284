import { startConsole } from '../../standalone/console/index.ts';
import { createLogging } from '../../standalone/console/logging.ts';
import { builtAssets, settingsOf } from './console_in_process.ts';
import { sharedElasticsearch } from './elasticsearch.ts';
import { type FaultProxy, faultProxy } from './fault_proxy.ts';

export interface ConsoleBehindFaults extends AsyncDisposable {
  readonly url: string;
  /** Its way to the shared Elasticsearch. */
  readonly proxy: FaultProxy;
}

/** A console in this process, on whose way to Elasticsearch a test can put faults. */
export async function startConsoleBehindFaults(
  flags: Readonly<Record<string, string>> = {},
): Promise<ConsoleBehindFaults> {
  const proxy = await faultProxy(sharedElasticsearch().url);
  const assets = builtAssets();
  const app = await startConsole({
    settings: settingsOf({ 'elasticsearch.hosts': proxy.url, ...flags }),
    assets,
    log: createLogging('off', () => {}),
  });
  return {
    url: app.url,
    proxy,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await proxy[Symbol.asyncDispose]();
      assets[Symbol.dispose]();
    },
  };
}
