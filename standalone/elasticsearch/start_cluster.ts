import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { addBooks } from './books.ts';
import { type Certificates, certificatesIn } from './certificates.ts';
import { type ClusterPlan, clusterNodeSettings } from './cluster_settings.ts';
import { freePorts } from './free_ports.ts';
import { launch } from './launch.ts';
import { nodeSettings } from './node_settings.ts';
import { keepPassword, likelyPasswords, readPassword } from './password.ts';
import { send } from './send.ts';
import type { RunningNode, StartOptions } from './start_node.ts';
import { type SupervisedNode, superviseNode } from './supervise.ts';

/** Nodes that have found each other, each started again when it dies. */
export interface RunningCluster
  extends Pick<SupervisedNode, 'password' | 'passwordIsNew' | 'stop' | 'givenUp'> {
  readonly urls: readonly string[];
  /** The PEM file by which clients trust it. */
  readonly authority: string;
}

export interface ClusterOptions extends StartOptions {
  readonly nodes: number;
}

/**
 * Starts a cluster of nodes on this machine, with TLS between them and towards clients, and waits
 * until every shard has its replica. Certificates are kept in the data folder. Trusts its authority in
 * this process from then on.
 * @throws BoxError with the reason when a node cannot start
 */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  const { onProgress } = options;
  const base = nodeSettings(
    { 'path.data': 'data/elasticsearch-cluster', ...options.settings },
    options.root,
    process.cwd(),
  );
  const kept = await readPassword(base.dataFolder);
  const given = options.password === '' ? undefined : options.password;
  const passwords = likelyPasswords(kept, given);
  const certificates = await certificatesIn(join(base.dataFolder, 'certificates'), new Date());
  trust(certificates);
  const plan: ClusterPlan = {
    base,
    certificates,
    httpPorts: await httpPorts(options),
    transportPorts: await freePorts(options.nodes),
  };
  const members = await together(
    plan.httpPorts.map((_port, index) =>
      superviseNode({
        start: () => startMember(options, plan, index, passwords),
        onProgress: (line) => onProgress(`node-${index + 1}: ${line}`),
      }),
    ),
  );
  const stop = async () => {
    await Promise.all(members.map((member) => member.stop()));
  };
  try {
    const [{ url, password }] = members;
    await awaitGreen(url, password, options.nodes);
    if (kept === undefined) await addBooks(url, password);
    if (password !== kept) await keepPassword(base.dataFolder, password);
    return {
      urls: members.map((member) => member.url),
      password,
      passwordIsNew: kept === undefined && given === undefined,
      authority: certificates.authority,
      givenUp: Promise.race(members.map((member) => member.givenUp)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** For the requests of this process to its own nodes. */
const trust = ({ authority }: Certificates): void =>
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(authority, 'utf8')]);

/** `http.port` is the first node's, the others follow it; 0 is any free ones. */
async function httpPorts({ settings, nodes }: ClusterOptions): Promise<number[]> {
  const first = Number(settings['http.port'] ?? 9200);
  return first === 0 ? freePorts(nodes) : Array.from({ length: nodes }, (_, i) => first + i);
}

async function startMember(
  { root, onProgress }: ClusterOptions,
  plan: ClusterPlan,
  index: number,
  passwords: readonly [string, ...string[]],
): Promise<RunningNode> {
  const settings = clusterNodeSettings(plan, index);
  const { node, url, password } = await launch({ settings, passwords, root, onProgress });
  const { pid, ended } = node;
  return { url, password, passwordIsNew: false, pid, ended, stop: () => node.stop() };
}

/** All of them, or none: where one cannot start, the others are stopped again. */
async function together(
  starting: readonly Promise<SupervisedNode>[],
): Promise<[SupervisedNode, ...SupervisedNode[]]> {
  const outcomes = await Promise.allSettled(starting);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  const members = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [first, ...others] = members;
  if (failure === undefined && first !== undefined) return [first, ...others];
  await Promise.all(members.map((member) => member.stop()));
  throw failure?.reason;
}

const awaitGreen = (url: string, password: string, nodes: number): Promise<void> =>
  send({
    url,
    password,
    method: 'GET',
    path: `/_cluster/health?wait_for_nodes=${nodes}&wait_for_status=green&timeout=60s`,
  });
