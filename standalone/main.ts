/**
 * `npm start`: the page, built where it is stale, Elasticsearch where no other is named, and the
 * console.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildBrowser } from '../scripts/build_browser.ts';
import { loadSettings, type Settings, SettingsError, startConsole } from './console/index.ts';
import {
  BoxError,
  type SupervisedNode,
  startNode,
  superviseNode,
  takeSettings,
} from './elasticsearch/index.ts';

const root = resolve(import.meta.dirname, '..');

async function startElasticsearch(nodeArguments: readonly string[]): Promise<SupervisedNode> {
  const { settings } = takeSettings(nodeArguments);
  const password = process.env.ELASTIC_PASSWORD;
  const node = await superviseNode({
    start: (previous) =>
      startNode({
        root,
        // Whoever knows its address finds it there again.
        settings: previous ? { ...settings, 'http.port': new URL(previous.url).port } : settings,
        ...(password !== undefined && { password }),
        onProgress: console.log,
      }),
    onProgress: console.log,
  });
  console.log(`Elasticsearch is ready at ${node.url}`);
  if (node.passwordIsNew) console.log(`The password of the user elastic is ${node.password}`);
  return node;
}

async function start(settings: Settings, nodeArguments: readonly string[]): Promise<void> {
  const [node, assets] = await Promise.all([
    settings['elasticsearch.hosts'] === undefined ? startElasticsearch(nodeArguments) : undefined,
    buildBrowser({ root, mode: 'production' }),
  ]);
  const host = node === undefined ? {} : { 'elasticsearch.hosts': [node.url] };
  const server = await startConsole({
    settings: { ...settings, ...host },
    assets: { dir: assets },
  }).catch(async (error) => {
    await node?.stop();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await node?.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  node?.givenUp.then(async (reason) => {
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
