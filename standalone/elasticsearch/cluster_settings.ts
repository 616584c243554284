import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { type NodeSettings, nodeSettings, refuse } from './node_settings.ts';
import type { Settings } from './setting_arguments.ts';

export interface ClusterPlan {
  /** What the nodes have in common, with the folders below which each has its own. */
  readonly base: NodeSettings;
  /** Whether the cluster has yet to form. */
  readonly isFirstStart: boolean;
  readonly certificates: Certificates;
  readonly httpPorts: readonly number[];
  readonly transportPorts: readonly number[];
}

/** Settings that {@link clusterNodeSettings} decides on. */
const FIXED =
  /^(node\.name|transport\.port|discovery\..*|cluster\.initial_master_nodes|xpack\.security\.(http|transport)\.ssl\..*)$/;

/** Counted from `node-1`; `index` from 0. */
export const nodeName = (index: number): string => `node-${index + 1}`;

/**
 * What the nodes have in common, as {@link nodeSettings} makes it of what was given.
 * @throws BoxError for a setting that cannot be changed in the box
 */
export function clusterBase(given: Settings, root: string, workingFolder: string): NodeSettings {
  refuse(given, (name) => FIXED.test(name));
  return nodeSettings({ 'path.data': 'data/elasticsearch-cluster', ...given }, root, workingFolder);
}

/** The settings of node `index`: it finds the others by their transport ports, all over TLS. */
export function clusterNodeSettings(
  { base, certificates, isFirstStart, httpPorts, transportPorts }: ClusterPlan,
  index: number,
): NodeSettings {
  const name = nodeName(index);
  const dataFolder = join(base.dataFolder, name);
  const logFolder = join(base.logFolder, name);
  return {
    ...base,
    dataFolder,
    logFolder,
    scheme: 'https',
    all: {
      ...base.all,
      'node.name': name,
      'path.data': dataFolder,
      'path.logs': logFolder,
      'http.port': String(httpPorts[index]),
      'transport.port': String(transportPorts[index]),
      'discovery.type': 'multi-node',
      'discovery.seed_hosts': transportPorts.map((port) => `127.0.0.1:${port}`).join(','),
      // Never again: nodes that lost their data would form a second, empty cluster by it.
      ...(isFirstStart && {
        'cluster.initial_master_nodes': httpPorts.map((_port, each) => nodeName(each)).join(','),
      }),
      ...tls('xpack.security.http.ssl', certificates),
      ...tls('xpack.security.transport.ssl', certificates),
      'xpack.security.transport.ssl.verification_mode': 'certificate',
    },
  };
}

const tls = (prefix: string, { authority, certificate, key }: Certificates) => ({
  [`${prefix}.enabled`]: 'true',
  [`${prefix}.certificate_authorities`]: authority,
  [`${prefix}.certificate`]: certificate,
  [`${prefix}.key`]: key,
});
