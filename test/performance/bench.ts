import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { type Browser, chromium, selectors } from 'playwright-core';
import { buildBrowser } from '../../scripts/build_browser.ts';
import { findOrInstallChromium } from '../../scripts/chromium.ts';
import { loadKeys } from '../../scripts/seed/load_keys.ts';
import { startNode } from '../../standalone/elasticsearch/index.ts';
import { CHROMIUM_ARGUMENTS } from '../helpers/chromium_arguments.ts';
import { READY } from '../helpers/console.ts';
import { basic } from '../helpers/elasticsearch.ts';
import { type StartedProcess, startProcess } from '../helpers/start_process.ts';

/** An Elasticsearch with keys in it, and its superuser. */
export interface Place {
  readonly url: string;
  readonly keys: number;
  readonly username: string;
  readonly password: string;
  readonly authorization: string;
}

export interface BenchConsole {
  readonly url: string;
  readonly process: StartedProcess;
}

/** What measurements share. All that it has started ends with it. */
export interface Bench extends AsyncDisposable {
  readonly root: string;
  /** `full`, or what shows in a minute that the measurement works. */
  pick<A>(full: A, quick: A): A;
  say(line: string): void;
  /** One node for each number of keys, seeded in the first run and kept below `build/bench`. */
  elasticsearch(keys: number): Promise<Place>;
  /** As `npm start` starts it; one for each place. */
  console(place: Place): Promise<BenchConsole>;
  browser(): Promise<Browser>;
}

export async function openBench(root: string, quick: boolean): Promise<Bench> {
  const running = new AsyncDisposableStack();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  selectors.setTestIdAttribute('data-test-subj');
  // A start that finds the page unbuilt would be measured with its build.
  await buildBrowser({ root, mode: 'production', form: 'page' });

  async function elasticsearch(keys: number): Promise<Place> {
    const folder = join(root, 'build', 'bench', `keys-${keys}`);
    const node = await startNode({
      root,
      settings: { 'http.port': '0', 'path.data': folder },
      onProgress: say,
    });
    running.defer(() => node.stop());
    const [username, password] = ['elastic', node.password];
    const place = { url: node.url, keys, username, password };
    if (!existsSync(join(folder, 'seeded'))) await seed(place, say);
    writeFileSync(join(folder, 'seeded'), '');
    return { ...place, authorization: basic(username, password) };
  }

  async function startConsole(place: Place): Promise<BenchConsole> {
    const started = await startProcess(consoleArgumentsAt(root, place), READY);
    running.defer(() => started.stop());
    return { url: started.ready[1] ?? '', process: started };
  }

  async function startBrowser(): Promise<Browser> {
    const executablePath = findOrInstallChromium(process.env);
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    running.defer(() => browser.close());
    return browser;
  }

  const browser = oncePer((name: string) => name, startBrowser);
  return {
    root,
    pick: (full, short) => (quick ? short : full),
    say,
    elasticsearch: oncePer((keys: number) => keys, elasticsearch),
    console: oncePer(({ url }: Place) => url, startConsole),
    browser: () => browser('the one'),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

/** The arguments of Node that `npm start` gives, so that the same program is measured. */
export function consoleArguments(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return [...scripts.start.split(' ').slice(1), '--server.port=0', '--logging.level=warn'];
}

/** With background tasks on. */
export const consoleArgumentsAt = (root: string, { url, ...user }: Place): string[] => [
  ...consoleArguments(root),
  `--elasticsearch.hosts=${url}`,
  `--elasticsearch.username=${user.username}`,
  `--elasticsearch.password=${user.password}`,
  `--xpack.encryptedSavedObjects.encryptionKey=${'x'.repeat(32)}`,
];

async function seed(
  { url, keys, ...auth }: Omit<Place, 'authorization'>,
  say: (line: string) => void,
): Promise<void> {
  say(`Seeding ${keys} keys …`);
  const client = new Client({ node: url, auth, requestTimeout: 120_000 });
  await loadKeys(client, {
    seed: { text: 'bench', owners: 200, now: Date.now() },
    keys,
    onProgress() {},
    onWarning: say,
    signal: new AbortController().signal,
  });
  await client.close();
}

function oncePer<A, B>(key: (given: A) => unknown, make: (given: A) => Promise<B>) {
  const made = new Map<unknown, Promise<B>>();
  return (given: A): Promise<B> => {
    const known = made.get(key(given)) ?? make(given);
    made.set(key(given), known);
    return known;
  };
}
