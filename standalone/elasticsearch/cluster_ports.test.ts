import { describe, expect, it } from '@jest/globals';
import { clusterPorts } from './cluster_ports.ts';

describe('the ports of a cluster', () => {
  it('follow the given one', async () => {
    expect(await clusterPorts('9200', 3)).toEqual([9200, 9201, 9202]);
    expect(await clusterPorts('65533', 3)).toEqual([65533, 65534, 65535]);
  });

  it('are free ones, all different, for 0', async () => {
    const ports = await clusterPorts('0', 3);
    expect(new Set(ports).size).toBe(3);
    expect(ports.every((port) => port > 1023)).toBe(true);
  });

  it.each(['65534', '9200-9300', '-1', 'http'])('cannot begin with %j', async (httpPort) => {
    await expect(clusterPorts(httpPort, 3)).rejects.toThrow(`got "${httpPort}"`);
  });
});
