import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { callApi } from '../helpers/api_client.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, basic } from '../helpers/elasticsearch.ts';
import { type StartedProcess, startProcess } from '../helpers/start_process.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(180_000);

const PASSWORD = 'the password of this test';
const authorization = basic('elastic', PASSWORD);

interface Cluster {
  readonly process: StartedProcess;
  readonly console: TestConsole;
  ask(credentials: string, path: string): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** Three nodes as `npm run elasticsearch -- --nodes 3` starts them, and the console on all three. */
async function startCluster(data: string): Promise<Cluster> {
  const process = await startProcess(
    [
      'standalone/elasticsearch/cli.ts',
      '--nodes=3',
      '-E',
      'http.port=0',
      '-E',
      `path.data=${data}`,
    ],
    /Elasticsearch is ready at/,
    { ELASTIC_PASSWORD: PASSWORD },
  );
  // Its own advice on how to connect is what is followed here.
  const flags = /npm start -- (.*)/.exec(process.output())?.[1]?.split(' ') ?? [];
  const console = await startConsole(flags);
  const urls = flags[0]?.split('=')[1]?.split(',') ?? [];
  const agent = new Agent({ ca: readFileSync(flags[1]?.split('=')[1] ?? '') });
  return {
    process,
    console,
    ask: (credentials, path) => askAny(urls, agent, credentials, path),
    async stop() {
      await console.stop();
      await process.stop();
      agent.destroy();
    },
  };
}

/** Asks the nodes one after the other, until one of them answers. */
async function askAny(urls: readonly string[], agent: Agent, credentials: string, path: string) {
  for (const url of urls) {
    const answer = await get(`${url}${path}`, agent, credentials).catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error('No node answers');
}

const get = (url: string, agent: Agent, credentials: string) =>
  new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const sent = request(url, { agent, headers: { authorization: credentials } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text || '{}') }),
      );
      answer.on('error', reject);
    });
    sent.on('error', reject).end();
  });

/** The process that holds the primary shard of the index in which keys are kept. */
async function pidOfPrimary({ ask }: Cluster): Promise<number> {
  const [shards, nodes] = await Promise.all([
    ask(authorization, '/_cluster/state/routing_table/.security-7'),
    ask(authorization, '/_nodes/_all/process'),
  ]);
  const { routing_table } = shards.body as {
    routing_table: { indices: { '.security-7': { shards: { 0: Shard[] } } } };
  };
  const primary = routing_table.indices['.security-7'].shards[0].find((shard) => shard.primary);
  const all = (nodes.body as { nodes: Record<string, { process: { id: number } }> }).nodes;
  return all[primary?.node ?? '']?.process.id ?? Number.NaN;
}
interface Shard {
  readonly primary: boolean;
  readonly node: string;
}

/** What the console said yes to, and every other status that it gave. */
interface Traffic {
  readonly created: Map<string, string>;
  readonly deleted: Set<string>;
  readonly refusals: number[];
  /** How many creates have succeeded so far. */
  successes: number;
}

/** Creates, lists and deletes keys through the console until `isOver`. */
async function keepBusy(url: string, traffic: Traffic, isOver: () => boolean): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    const created = await callApi(url, createKeyRoute, { authorization, body: { name: `k${n}` } });
    if (created.status === 200) {
      traffic.created.set(created.body.id, created.body.encoded);
      traffic.successes += 1;
    } else traffic.refusals.push(created.status);
    const listed = await callApi(url, queryKeysRoute, { authorization, body: { size: 1 } });
    if (listed.status !== 200) traffic.refusals.push(listed.status);
    if (created.status !== 200 || n % 3 !== 0) continue;
    const ids = [created.body.id];
    const removed = await callApi(url, deleteKeysRoute, { authorization, body: { ids } });
    if (removed.status !== 200) traffic.refusals.push(removed.status);
    // Only what is said to be deleted has to be; of the rest either is true.
    else if (removed.body.deleted.length === 1) traffic.deleted.add(created.body.id);
    if (!traffic.deleted.has(created.body.id)) traffic.created.delete(created.body.id);
  }
}

describe('When the node that keeps the keys dies', () => {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-cluster-'));
  let cluster: Cluster;

  beforeAll(async () => {
    cluster = await startCluster(data);
  });
  afterAll(async () => {
    await cluster.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const returns = () => cluster.process.output().split('Elasticsearch is back').length - 1;
  const isGreen = async () => {
    const { body } = await cluster.ask(authorization, '/_cluster/health');
    const { status, number_of_nodes } = body as { status: string; number_of_nodes: number };
    return status === 'green' && number_of_nodes === 3;
  };

  /** Kills it under load; the console has to go on before that node is back. */
  async function round(): Promise<void> {
    const traffic: Traffic = {
      created: new Map(),
      deleted: new Set(),
      refusals: [],
      successes: 0,
    };
    let isOver = false;
    const busy = Promise.all(
      [1, 2, 3].map(() => keepBusy(cluster.console.url, traffic, () => isOver)),
    );
    await until(() => traffic.successes >= 3);
    const before = returns();
    process.kill(await pidOfPrimary(cluster), 'SIGKILL');
    const atDeath = traffic.successes;
    await until(() => traffic.successes > atDeath || returns() > before);
    expect(returns()).toBe(before);
    await until(() => returns() > before);
    isOver = true;
    await busy;
    await until(isGreen);

    expect(traffic.refusals.filter((status) => status !== 503)).toEqual([]);
    const outcomes = await Promise.all(
      [...traffic.created].map(async ([id, encoded]) => {
        const { status } = await cluster.ask(apiKey(encoded), '/_security/_authenticate');
        return [id, status];
      }),
    );
    expect(outcomes).toEqual(
      [...traffic.created].map(([id]) => [id, traffic.deleted.has(id) ? 401 : 200]),
    );
  }

  it.each([1, 2, 3, 4])('the others go on with all that was acknowledged (round %i)', round);

  it('and after a restart of all of them (round 5)', async () => {
    await cluster.stop();
    cluster = await startCluster(data);
    await round();
  });
});
