/**
 * `npm start`: the page, built where it is stale, Elasticsearch where no other is named, and the
 * console.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildBrowser } from '../scripts/build_browser.ts';
import { loadSettings, type Settings, SettingsError, startConsole } from './console/index.ts';
import { BoxError } from './elasticsearch/index.ts';
import { startBox } from './start_box.ts';

const root = resolve(import.meta.dirname, '..');

async function start(settings: Settings, nodeArguments: readonly string[]): Promise<void> {
  const [box, assets] = await Promise.all([
    settings['elasticsearch.hosts'] === undefined
      ? startBox({ root, settings, nodeArguments, onProgress: console.log })
      : undefined,
    buildBrowser({ root, mode: 'production' }),
  ]);
  const server = await startConsole({
    settings: { ...settings, ...box?.settings },
    assets: { dir: assets },
    ...(box && { ownUserReady: box.ownUserReady }),
  }).catch(async (error) => {
    await box?.node.stop();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await box?.node.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  box?.node.givenUp.then(async (reason) => {
    fail(reason);
    await stop();
  });
  console.log(`Project API keys is ready at ${server.url}`);
}

function fail(reason: Error): void {
  console.error(reason.message);
  process.exitCode = 1;
}

try {
  const invocation = loadSettings({
    argv: process.argv.slice(2),
    env: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
  });
  if (invocation.kind === 'help') console.log(invocation.text);
  else await start(invocation.settings, invocation.nodeArguments);
} catch (error) {
  if (!(error instanceof SettingsError || error instanceof BoxError)) throw error;
  fail(error);
}
