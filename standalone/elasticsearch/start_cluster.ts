import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { addBooks } from './books.ts';
import { BoxError } from './box_error.ts';
import { type Certificates, certificatesIn } from './certificates.ts';
import { allOrNone, majorityLost } from './cluster_members.ts';
import { clusterPorts } from './cluster_ports.ts';
import {
  type ClusterPlan,
  clusterBase,
  clusterNodeSettings,
  nodeName,
} from './cluster_settings.ts';
import { freePorts } from './free_ports.ts';
import { launch } from './launch.ts';
import { type KnownPassword, knownPassword, settlePassword } from './password.ts';
import { send } from './send.ts';
import type { RunningNode, StartOptions } from './start_node.ts';
import { type SupervisedNode, superviseNode } from './supervise.ts';

/** Nodes that have found each other, each started again when it dies. */
export interface RunningCluster
  extends Pick<SupervisedNode, 'password' | 'passwordIsNew' | 'stop'> {
  readonly urls: readonly [string, ...string[]];
  /** The PEM file by which clients trust it. */
  readonly authority: string;
  /** Resolves with the reason when so many nodes died too often that no majority is left. */
  readonly givenUp: Promise<BoxError>;
}

export interface ClusterOptions extends StartOptions {
  readonly nodes: number;
}

/**
 * Starts a cluster of nodes on this machine, with TLS between them and towards clients, and waits
 * until all have joined and the security index, in the first start `books` too, has its replica.
 * Certificates are kept in the data folder. Trusts its authority in this process from then on.
 * @throws BoxError with the reason when a node cannot start
 */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  const { settings, nodes, onProgress } = options;
  const base = clusterBase(settings, options.root, process.cwd());
  const { dataFolder } = base;
  refuseSingleNode(dataFolder);
  const known = await knownPassword(dataFolder, options.password || undefined);
  const isFirstStart = known.kept === undefined;
  const certificates = await certificatesIn(join(dataFolder, 'certificates'), new Date());
  trust(certificates);
  const plan: ClusterPlan = {
    base,
    certificates,
    isFirstStart,
    httpPorts: await clusterPorts(settings['http.port'] ?? '9200', nodes),
    transportPorts: await freePorts(nodes),
  };
  const ending = new AbortController();
  const supervise = (index: number) =>
    superviseNode({
      start: () => startMember(options, plan, index, known, ending.signal),
      onProgress: (line) => onProgress(`${nodeName(index)}: ${line}`),
    });
  const members = await allOrNone(
    [supervise(0), ...Array.from({ length: nodes - 1 }, (_, i) => supervise(i + 1))],
    () => ending.abort(),
  );
  const stop = async () => {
    // Also those that are just being started again, and wait for the others.
    ending.abort();
    await Promise.all(members.map((member) => member.stop()));
  };
  try {
    const [{ url, password }, ...others] = members;
    if (isFirstStart) await addBooks(url, password);
    await awaitReplicas(isFirstStart ? ['.security', 'books'] : ['.security'], nodes, members[0]);
    const settled = await settlePassword(known, { dataFolder, password }, onProgress);
    return {
      urls: [url, ...others.map((member) => member.url)],
      password,
      ...settled,
      authority: certificates.authority,
      givenUp: majorityLost(members, (index, { message }) =>
        onProgress(`${nodeName(index)}: ${message}\nThe others go on without it.`),
      ),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function refuseSingleNode(dataFolder: string): void {
  if (existsSync(join(dataFolder, '_state'))) {
    throw new BoxError(
      `The data folder ${dataFolder} is that of a single node: choose another for a cluster with -E path.data=<folder>.`,
    );
  }
}

/** For the requests of this process to its own nodes. */
const trust = ({ authority }: Certificates): void =>
  setDefaultCACertificates([...getCACertificates('default'), readFileSync(authority, 'utf8')]);

async function startMember(
  { root, onProgress }: ClusterOptions,
  plan: ClusterPlan,
  index: number,
  { likely }: KnownPassword,
  signal: AbortSignal,
): Promise<RunningNode> {
  const settings = clusterNodeSettings(plan, index);
  const { node, url, password } = await launch({
    settings,
    passwords: likely,
    root,
    signal,
    onProgress,
  });
  const { pid, ended } = node;
  const { dataFolder } = settings;
  return { url, password, passwordIsNew: false, dataFolder, pid, ended, stop: () => node.stop() };
}

/** Waits for these indices only, as others may ask for more replicas than there are nodes. */
const awaitReplicas = (
  indices: readonly string[],
  nodes: number,
  { url, password }: SupervisedNode,
): Promise<void> =>
  send({
    url,
    password,
    method: 'GET',
    path: `/_cluster/health/${indices}?wait_for_nodes=${nodes}&wait_for_status=green&timeout=60s`,
  });
