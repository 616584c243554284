import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import type { NodeSettings } from './node_settings.ts';

export interface ClusterPlan {
  /** What the nodes have in common, with the folders below which each has its own. */
  readonly base: NodeSettings;
  readonly certificates: Certificates;
  readonly httpPorts: readonly number[];
  readonly transportPorts: readonly number[];
}

const nodeName = (index: number): string => `node-${index + 1}`;

/** The settings of node `index`: it finds the others by their transport ports, all over TLS. */
export function clusterNodeSettings(
  { base, certificates, httpPorts, transportPorts }: ClusterPlan,
  index: number,
): NodeSettings {
  const name = nodeName(index);
  const dataFolder = join(base.dataFolder, name);
  const logFolder = join(base.logFolder, name);
  return {
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
      // Counts until the cluster has formed; Elasticsearch ignores it ever after.
      'cluster.initial_master_nodes': httpPorts.map((_port, each) => nodeName(each)).join(','),
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
