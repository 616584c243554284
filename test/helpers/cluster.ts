import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { basic } from './elasticsearch.ts';
import { type StartedProcess, startProcess } from './start_process.ts';

export interface ClusterAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A cluster of the test's own, started as `npm run elasticsearch -- --nodes 3` does. */
export interface TestCluster {
  readonly process: StartedProcess;
  readonly urls: readonly string[];
  /** By which the console connects, as its own output advises. */
  readonly consoleFlags: readonly string[];
  /** Asks one of its nodes. Rejects where that does not answer. */
  ask(url: string, authorization: string, path: string): Promise<ClusterAnswer>;
  /** Asks all of its nodes as the superuser; gives what the first of them answers. */
  askAny(path: string): Promise<ClusterAnswer>;
}

export async function startCluster(
  nodes: number,
  data: string,
  password: string,
  port = '0',
): Promise<TestCluster> {
  const process = await startProcess(
    clusterArguments(nodes, data, port),
    /Elasticsearch is ready at/,
    { ELASTIC_PASSWORD: password },
  );
  const consoleFlags = /npm start -- (.*)/.exec(process.output())?.[1]?.split(' ') ?? [];
  const [hosts = '', authority = ''] = consoleFlags.map((flag) => flag.split('=')[1]);
  const urls = hosts.split(',');
  const ca = readFileSync(authority);
  const ask = (url: string, authorization: string, path: string) =>
    get(`${url}${path}`, ca, authorization);
  return {
    process,
    urls,
    consoleFlags,
    ask,
    askAny: (path) => Promise.any(urls.map((url) => ask(url, basic('elastic', password), path))),
  };
}

/** The arguments of Node for `npm run elasticsearch -- --nodes …`. */
export const clusterArguments = (nodes: number, data: string, port = '0'): string[] => [
  'standalone/elasticsearch/cli.ts',
  `--nodes=${nodes}`,
  ...['-E', `http.port=${port}`],
  ...['-E', `path.data=${data}`],
];

const get = (url: string, ca: Buffer, authorization: string) =>
  new Promise<ClusterAnswer>((resolve, reject) => {
    // A connection of its own: one that is kept would tell of a node that has died since.
    const agent = new Agent({ ca });
    const sent = request(url, { agent, headers: { authorization } }, async (answer) => {
      const text = (await answer.setEncoding('utf8').toArray()).join('');
      resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text || '{}') });
    });
    sent.on('error', reject).end();
  });
