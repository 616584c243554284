/** `npm run seed`: fills a node in the box that is stopped, or a running cluster, with API keys. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { elasticsearchFailure } from '../common/elasticsearch_failure.ts';
import { Secret } from '../common/secret.ts';
import {
  createElasticsearch,
  loadSettings,
  type Settings,
  SettingsError,
} from '../standalone/console/index.ts';
import { BoxError, startNode, takeSettings } from '../standalone/elasticsearch/index.ts';
import { loadKeys, SeedError } from './seed/load_keys.ts';
import { type SeedArguments, takeSeedArguments } from './seed/seed_arguments.ts';

const USAGE = `Fills Elasticsearch with API keys that work, for demonstrations and benchmarks.

  npm run seed -- --keys N [--owners M] [--seed TEXT] [-E path.data=DIR]
  npm run seed -- --keys N --elasticsearch.hosts=URL --elasticsearch.username=USER

  --keys N        how many; run again, it writes over the former ones and adds what is more
  --owners M      how many users they belong to (default 40)
  --seed TEXT     which keys they are: the same text gives the same ones (default seed)
  -E …            settings of the node in the box, which is started for this and stopped again
  --elasticsearch.hosts and the like name a running cluster, as for npm start;
                  its user needs the cluster privilege manage_security
                  (ELASTICSEARCH_PASSWORD keeps the password out of the command line)`;

const quiet = { debug() {}, info() {}, warn: console.error, error: console.error };

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(USAGE);
  const wanted = takeSeedArguments(args);
  const invocation = loadSettings({
    argv: wanted.rest,
    env: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
  });
  if (invocation.kind === 'help') return console.log(USAGE);
  const { settings, nodeArguments } = invocation;
  const hosts = settings['elasticsearch.hosts'];
  const seconds = await (hosts === undefined
    ? fillTheBox(wanted, settings, nodeArguments)
    : fill(wanted, settings));
  const rate = Math.round(wanted.keys / seconds);
  console.log(`Loaded ${wanted.keys} keys in ${seconds.toFixed(1)} s, ${rate} a second.`);
  const start = hosts === undefined ? nodeArguments : [`--elasticsearch.hosts=${hosts.join(',')}`];
  console.log(`The console shows them: ${['npm start --', ...start.map(quoted)].join(' ')}`);
}

/** As a shell takes it for one word. */
const quoted = (word: string): string =>
  /^[\w=./:,@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

async function fillTheBox(
  wanted: SeedArguments,
  settings: Settings,
  nodeArguments: readonly string[],
): Promise<number> {
  const { ELASTIC_PASSWORD: password } = process.env;
  const node = await startNode({
    root: resolve(import.meta.dirname, '..'),
    settings: takeSettings(nodeArguments).settings,
    ...(password !== undefined && { password }),
    onProgress: console.log,
  });
  if (node.passwordIsNew) console.log(`The password of the user elastic is ${node.password}`);
  try {
    return await fill(wanted, {
      ...settings,
      'elasticsearch.hosts': [node.url],
      'elasticsearch.username': 'elastic',
      'elasticsearch.password': new Secret(node.password),
    });
  } finally {
    await node.stop();
  }
}

const PROGRESS = '{value} of {total} keys, {eta_formatted} to go';
const progressBar = () =>
  new SingleBar(
    {
      format: process.stderr.isTTY ? `{bar} ${PROGRESS}` : PROGRESS,
      noTTYOutput: true,
      notTTYSchedule: 5000,
    },
    Presets.shades_classic,
  );

/** How many seconds it took. */
async function fill({ keys, owners, seed }: SeedArguments, settings: Settings): Promise<number> {
  const elasticsearch = createElasticsearch(settings, quiet);
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => interruption.abort());
  const bar = progressBar();
  const begin = performance.now();
  try {
    await loadKeys(elasticsearch.asInternalUser, {
      seed: { text: seed, owners, now: Date.now() },
      keys,
      onProgress: (written) => (written === 0 ? bar.start(keys, 0) : bar.update(written)),
      onWarning: console.error,
      signal: interruption.signal,
    });
  } catch (error) {
    throw interruption.signal.aborted ? new SeedError('Interrupted.') : error;
  } finally {
    bar.stop();
    await elasticsearch.close();
  }
  return (performance.now() - begin) / 1000;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = [SettingsError, BoxError, SeedError].some((type) => error instanceof type);
  const message = isExpected ? (error as Error).message : elasticsearchFailure(error)?.message;
  console.error(message ?? error);
  process.exitCode = 1;
}
