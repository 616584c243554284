/**
 * `npm start`: the page, built where it is stale, Elasticsearch where no other is named, and the
 * console, with the plugin of the sources or that of a zip.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildBrowser } from '../scripts/build_browser.ts';
import {
  createLogging,
  endAtCrash,
  type Invocation,
  loadSettings,
  SettingsError,
  startConsole,
} from './console/index.ts';
import { BoxError } from './elasticsearch/index.ts';
import { pluginParts } from './plugin_parts.ts';
import { PluginZipError } from './plugin_zip/plugin_zip_error.ts';
import { startBox } from './start_box.ts';

const root = resolve(import.meta.dirname, '..');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Start = Extract<Invocation, { kind: 'start' }>;

async function start({ settings, nodeArguments, plugin }: Start): Promise<void> {
  const log = createLogging(settings['logging.level'], (line) => process.stdout.write(line));
  endAtCrash(log);
  const { form, options } = await pluginParts(root, plugin);
  const [box, assets] = await Promise.all([
    settings['elasticsearch.hosts'] === undefined
      ? startBox({ root, settings, nodeArguments, onProgress: console.log })
      : undefined,
    buildBrowser({ root, mode: 'production', form }),
  ]);
  const server = await startConsole({
    settings: { ...settings, ...box?.settings },
    assets: { dir: assets },
    log,
    ...options,
    ...(box && { ownUserReady: box.ownUserReady }),
  }).catch(async (error) => {
    await box?.node.stop();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await box?.node.stop();
  };
  // Once only: a second signal, of whichever kind, ends the process at once.
  const onSignal = () => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    void stop();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
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
  else await start(invocation);
} catch (error) {
  const isForPeople =
    error instanceof SettingsError || error instanceof BoxError || error instanceof PluginZipError;
  if (!isForPeople) throw error;
  fail(error);
}
