import { join } from 'node:path';
import { BoxError, startNode, takeSettings } from './index.ts';

const USAGE = `Starts a real Elasticsearch node with security on, for development and evaluation.

  npm run elasticsearch -- [-E <setting>=<value>]...

  -E http.port=9201    the port; 0 is any free one (default 9200)
  -E path.data=DIR     where its data go (default data/elasticsearch)
  -E …                 any other setting of Elasticsearch
  --help               this page

  ELASTIC_PASSWORD     the password of the user elastic, set in the first start
                       of a data folder; without it one is generated and printed once
  ES_JAVA_OPTS         more flags for the JVM, as -Xmx1g`;

async function main(args: readonly string[]): Promise<void> {
  const { settings, rest } = takeSettings(args);
  if (rest.includes('--help')) {
    console.log(USAGE);
    return;
  }
  if (rest.length > 0) {
    throw new BoxError(`${rest[0]} is not known here; --help says what is.`);
  }
  const { ELASTIC_PASSWORD } = process.env;
  const node = await startNode({
    settings,
    ...(ELASTIC_PASSWORD !== undefined && { password: ELASTIC_PASSWORD }),
    root: join(import.meta.dirname, '../..'),
    onProgress: (line) => console.log(line),
  });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping = true;
      void node.stop();
    });
  }
  if (node.passwordIsNew) {
    console.log(`The password of the user elastic is ${node.password}`);
  }
  console.log(`Elasticsearch is ready at ${node.url} (Ctrl-C stops it)`);
  const { code, signal } = await node.ended;
  if (!stopping) {
    throw new BoxError(`Elasticsearch ended unexpectedly (${signal ?? `code ${code}`}).`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BoxError ? error.message : error);
  process.exitCode = 1;
}
