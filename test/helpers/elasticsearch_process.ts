import { rememberSecret } from './canary.ts';
import { askElasticsearch, basic } from './elasticsearch.ts';
import { type StartedProcess, startProcess } from './start_process.ts';

export interface OwnElasticsearch {
  readonly url: string;
  readonly process: StartedProcess;
  /** Ends the JVM itself at once, as a crash would. */
  kill(): Promise<void>;
}

const READY = /Elasticsearch is ready at (http\S+)/;

/** A node of the test's own, started as `npm run elasticsearch` does, for tests that harm it. */
export async function startOwnElasticsearch(
  data: string,
  password: string,
  port = '0',
): Promise<OwnElasticsearch> {
  rememberSecret('the password of elastic', password);
  const args = [
    'standalone/elasticsearch/cli.ts',
    '-E',
    `http.port=${port}`,
    '-E',
    `path.data=${data}`,
  ];
  const started = await startProcess(args, READY, { ELASTIC_PASSWORD: password });
  const url = started.ready[1] ?? '';
  return {
    url,
    process: started,
    async kill() {
      process.kill(await pidOfJvm(url, password), 'SIGKILL');
      await started.ended;
    },
  };
}

/** The process id of the JVM that answers at `url`. */
export async function pidOfJvm(url: string, password: string): Promise<number> {
  const path = '/_nodes/_local/process?filter_path=nodes.*.process.id';
  const { body } = await askElasticsearch(basic('elastic', password), 'GET', path, undefined, url);
  const [node] = Object.values(body.nodes as Record<string, { process: { id: number } }>);
  if (node === undefined) throw new Error('Elasticsearch does not tell its process id');
  return node.process.id;
}
