import { describe, expect, it } from '@jest/globals';
import { clusterBase, clusterNodeSettings } from './cluster_settings.ts';

const certificates = { authority: '/c/ca.crt', certificate: '/c/node.crt', key: '/c/node.key' };

const plan = (isFirstStart: boolean) => ({
  base: clusterBase({ 'path.data': '/data', 'path.logs': '/logs' }, '/checkout', '/here'),
  certificates,
  isFirstStart,
  httpPorts: [9200, 9201],
  transportPorts: [40001, 40002],
});

describe('the settings of a cluster', () => {
  it('give each node its own folders and ports, and the addresses of all', () => {
    const { all, dataFolder, logFolder, scheme } = clusterNodeSettings(plan(true), 1);
    expect({ dataFolder, logFolder, scheme }).toEqual({
      dataFolder: '/data/node-2',
      logFolder: '/logs/node-2',
      scheme: 'https',
    });
    expect(all).toMatchObject({
      'node.name': 'node-2',
      'path.data': '/data/node-2',
      'path.logs': '/logs/node-2',
      'http.port': '9201',
      'transport.port': '40002',
      'discovery.seed_hosts': '127.0.0.1:40001,127.0.0.1:40002',
      'xpack.security.http.ssl.key': '/c/node.key',
      'xpack.security.transport.ssl.certificate_authorities': '/c/ca.crt',
    });
  });

  it('name the first masters only until the cluster has formed', () => {
    const masters = (isFirstStart: boolean) =>
      clusterNodeSettings(plan(isFirstStart), 0).all['cluster.initial_master_nodes'];
    expect(masters(true)).toBe('node-1,node-2');
    expect(masters(false)).toBeUndefined();
  });

  it('keep one password for all of them', () => {
    const { passwordFile } = clusterNodeSettings(plan(true), 1);
    expect(passwordFile).toBe('/data/elastic.password');
  });

  it('have a folder apart from that of the single node', () => {
    expect(clusterBase({}, '/checkout', '/here').dataFolder).toBe(
      '/here/data/elasticsearch-cluster',
    );
  });

  it.each([
    'node.name',
    'transport.port',
    'discovery.seed_hosts',
    'cluster.initial_master_nodes',
    'xpack.security.transport.ssl.enabled',
    'xpack.security.http.ssl.key',
    'xpack.security.enabled',
  ])('refuse %s', (name) => {
    expect(() => clusterBase({ [name]: 'x' }, '/checkout', '/here')).toThrow(
      `${name} cannot be changed`,
    );
  });
});
