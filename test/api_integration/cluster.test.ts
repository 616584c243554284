import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { answeringServer } from '../helpers/answering_server.ts';
import { childrenOf } from '../helpers/children_of.ts';
import { clusterArguments, startCluster, type TestCluster } from '../helpers/cluster.ts';
import { type Fate, keepBusy, type Traffic } from '../helpers/cluster_traffic.ts';
import { startConsole, type TestConsole } from '../helpers/console.ts';
import { apiKey, basic } from '../helpers/elasticsearch.ts';
import { isAlive } from '../helpers/is_alive.ts';
import { until } from '../helpers/until.ts';

jest.setTimeout(180_000);

const PASSWORD = 'the password of this test';
const ROUNDS = 5;

const authorization = basic('elastic', PASSWORD);
const AUTHENTICATE = '/_security/_authenticate';

/** How Elasticsearch answers to a key, by what the console has said of it. */
const EXPECTED: Readonly<Record<Fate, readonly number[]>> = {
  created: [200],
  deleted: [401],
  // The console could not tell whether it was deleted.
  unknown: [200, 401],
};

interface NodeInfo {
  readonly http: { readonly publish_address: string };
  readonly process: { readonly id: number };
}
interface Shard {
  readonly primary: boolean;
  readonly node: string;
}

describe('A cluster in the box', () => {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-cluster-'));
  const traffic: Traffic = { keys: new Map(), refusals: [], refusedNames: [], lastAskedAt: 0 };
  let cluster: TestCluster;
  let console: TestConsole;

  const start = async () => {
    cluster = await startCluster(3, data, PASSWORD);
    console = await startConsole(cluster.consoleFlags);
  };
  const stop = async (signal?: NodeJS.Signals) => {
    await console.stop();
    await cluster.process.stop(signal);
  };

  beforeAll(start);
  afterAll(async () => {
    await stop();
    rmSync(data, { recursive: true, force: true });
  });

  async function nodes(): Promise<Readonly<Record<string, NodeInfo>>> {
    const { body } = await cluster.askAny('/_nodes/_all/http,process');
    return (body as { nodes: Record<string, NodeInfo> }).nodes;
  }

  /** The node with the primary shard of the index in which keys are kept. */
  async function keeperOfKeys(): Promise<NodeInfo> {
    const { body } = await cluster.askAny('/_cluster/state/routing_table/.security-7');
    const { routing_table } = body as {
      routing_table: { indices: { '.security-7': { shards: { 0: Shard[] } } } };
    };
    const primary = routing_table.indices['.security-7'].shards[0].find((shard) => shard.primary);
    const keeper = (await nodes())[primary?.node ?? ''];
    if (keeper === undefined) throw new Error('No node has the primary shard');
    return keeper;
  }

  const isWhole = async () => {
    const { body } = await cluster.askAny('/_cluster/health');
    const { status, number_of_nodes } = body as { status: string; number_of_nodes: number };
    return status === 'green' && number_of_nodes === 3;
  };

  /** Every key whose fate is known by now has met it, as this node sees it. */
  async function expectKept(url: string): Promise<void> {
    const keys = [...traffic.keys];
    const answers = await Promise.all(
      keys.map(([, { encoded }]) => cluster.ask(url, apiKey(encoded), AUTHENTICATE)),
    );
    const wrong = keys.filter(
      ([, { fate }], i) => !EXPECTED[fate].includes(answers[i]?.status ?? 0),
    );
    expect(wrong).toEqual([]);
  }

  const returns = () => cluster.process.output().split('Elasticsearch is back').length - 1;

  /** Kills the node that keeps the keys while the console is in use; it has to go on without. */
  async function round(): Promise<void> {
    const over = new AbortController();
    const busy = Promise.all(
      [1, 2, 3].map(() => keepBusy(console.url, authorization, traffic, over.signal)),
    );
    const before = returns();
    const done = traffic.keys.size;
    await until(() => traffic.keys.size >= done + 3);

    const { http, process: victim } = await keeperOfKeys();
    process.kill(victim.id, 'SIGKILL');
    const diedAt = Date.now();
    await until(() => traffic.lastAskedAt > diedAt || returns() > before);
    expect(returns()).toBe(before);
    const others = cluster.urls.filter((url) => !url.endsWith(http.publish_address));
    expect(others).toHaveLength(2);
    await Promise.all(others.map(expectKept));

    await until(() => returns() > before);
    over.abort();
    await busy;
    await until(isWhole);
    await Promise.all(cluster.urls.map(expectKept));
  }

  it('has its replicas, its books and its password on every node once it says it is ready', async () => {
    for (const url of cluster.urls) {
      const ask = (path: string) => cluster.ask(url, authorization, path);
      expect(await ask(AUTHENTICATE)).toMatchObject({ status: 200, body: { username: 'elastic' } });
      const health = { status: 'green', number_of_nodes: 3, active_shards: 4 };
      expect((await ask('/_cluster/health/.security,books')).body).toMatchObject(health);
      expect((await ask('/books/_count')).body).toMatchObject({ count: 6 });
    }
  });

  it.each(Array.from({ length: ROUNDS - 1 }, (_, i) => i + 1))(
    'goes on when the node that keeps the keys dies, with all that was acknowledged (round %i)',
    round,
  );

  it(`and after a restart of all of them (round ${ROUNDS})`, async () => {
    await stop('SIGINT');
    expect(await cluster.process.ended).toBe(0);
    await start();
    await round();
  });

  it('answered with what was asked for or 503, and made no key twice', async () => {
    expect(traffic.refusals.filter(({ status }) => status !== 503)).toEqual([]);
    const made = await Promise.all(
      traffic.refusedNames.map((name) => cluster.askAny(`/_security/api_key?name=${name}`)),
    );
    for (const { body } of made) {
      expect((body as { api_keys: unknown[] }).api_keys.length).toBeLessThanOrEqual(1);
    }
  });

  it('leaves no process when it is killed', async () => {
    const pids = Object.values(await nodes()).map((node) => node.process.id);
    expect(pids).toHaveLength(3);
    await cluster.process.stop('SIGKILL');
    await until(() => !pids.some(isAlive));
  });
});

describe('A cluster that cannot start', () => {
  const data = mkdtempSync(join(tmpdir(), 'project-api-keys-no-cluster-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it('says why, though the other node waits for the one that failed', async () => {
    await using taken = await answeringServer((_request, response) => response.end());
    const first = String(Number(new URL(taken.url).port) - 1);
    const started = startCluster(2, join(data, 'taken'), PASSWORD, first);
    await expect(started).rejects.toThrow(/Port \d+ is in use/);
  });

  it('leaves no process when it is killed, not even a node that waits for others', async () => {
    const args = clusterArguments(3, join(data, 'killed'));
    const parent = spawn(process.execPath, args, { stdio: 'ignore' }).pid ?? 0;
    let jvms: number[] = [];
    await until(async () => {
      jvms = await childrenOf(parent);
      return jvms.length === 3;
    });
    const [waiting, ...dead] = jvms;
    for (const pid of [parent, ...dead]) process.kill(pid, 'SIGKILL');
    await until(() => !isAlive(waiting ?? 0));
  });
});
