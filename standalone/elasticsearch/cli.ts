import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BoxError, type StartOptions, startCluster, startNode, takeSettings } from './index.ts';

const USAGE = `Starts a real Elasticsearch node with security on, for development and evaluation.

  npm run elasticsearch -- [--nodes <number>] [-E <setting>=<value>]...

  --nodes 3            a cluster of that many nodes, with TLS between them and on HTTP
  -E http.port=9201    the port, of a cluster the first one; 0 is any free one (default 9200)
  -E path.data=DIR     where its data go (default data/elasticsearch, or -cluster)
  -E …                 any other setting of Elasticsearch
  --help               this page

  ELASTIC_PASSWORD     the password of the user elastic, set in the first start
                       of a data folder; without it one is generated and printed once
  ES_JAVA_OPTS         more flags for the JVM, as -Xmx1g`;

async function main(args: readonly string[]): Promise<void> {
  const { settings, rest } = takeSettings(args);
  const { help, nodes } = readFlags(rest);
  if (help) {
    console.log(USAGE);
    return;
  }
  const { ELASTIC_PASSWORD } = process.env;
  const options = {
    settings,
    ...(ELASTIC_PASSWORD !== undefined && { password: ELASTIC_PASSWORD }),
    root: join(import.meta.dirname, '../..'),
    onProgress: console.log,
  };
  const service = await (nodes === 1 ? oneNode(options) : cluster(options, nodes));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping = true;
      void service.stop();
    });
  }
  if (service.passwordIsNew) {
    console.log(`The password of the user elastic is ${service.password}`);
  }
  for (const line of service.isReady) {
    console.log(line);
  }
  void service.failed.then((reason) => {
    if (!stopping) {
      fail(reason);
      void service.stop();
    }
  });
}

/** What runs until it is stopped. */
interface Service {
  readonly password: string;
  readonly passwordIsNew: boolean;
  /** What a person needs to know of it. */
  readonly isReady: readonly string[];
  /** Resolves when it ends, for whichever reason. */
  readonly failed: Promise<BoxError>;
  stop(): Promise<void>;
}

async function oneNode(options: StartOptions): Promise<Service> {
  const node = await startNode(options);
  return {
    ...node,
    isReady: [`Elasticsearch is ready at ${node.url} (Ctrl-C stops it)`],
    failed: node.ended.then(
      ({ code, signal }) =>
        new BoxError(`Elasticsearch ended unexpectedly (${signal ?? `code ${code}`}).`),
    ),
  };
}

async function cluster(options: StartOptions, nodes: number): Promise<Service> {
  const running = await startCluster({ ...options, nodes });
  const { urls, authority, givenUp } = running;
  return {
    ...running,
    isReady: [
      'The console connects to it by',
      `npm start -- --elasticsearch.hosts=${urls.join(',')} --elasticsearch.ssl.certificateAuthorities=${authority}`,
      `Elasticsearch is ready at ${urls[0]} (Ctrl-C stops it)`,
    ],
    failed: givenUp,
  };
}

function readFlags(args: readonly string[]): { readonly help: boolean; readonly nodes: number } {
  const { help = false, nodes } = parseFlags(args);
  if (!/^[1-9]$/.test(nodes)) {
    throw new BoxError(`--nodes takes a number from 1 to 9, got "${nodes}".`);
  }
  return { help, nodes: Number(nodes) };
}

function parseFlags(args: readonly string[]) {
  const options = { help: { type: 'boolean' }, nodes: { type: 'string', default: '1' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split('. ');
    throw new BoxError(`${reason}; --help says what is known here.`);
  }
}

function fail(error: unknown): void {
  console.error(error instanceof BoxError ? error.message : error);
  process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  fail(error);
}
