import { BoxError } from './box_error.ts';
import { freePorts } from './free_ports.ts';

const HIGHEST = 65_535;

/**
 * The HTTP ports of a cluster: `http.port` for the first node, those that follow it for the others; 0
 * is any free ones.
 * @throws BoxError when there are not that many ports
 */
export async function clusterPorts(httpPort: string, count: number): Promise<readonly number[]> {
  const first = Number(httpPort);
  if (!/^\d+$/.test(httpPort) || first + count - 1 > HIGHEST) {
    throw new BoxError(
      `http.port of a cluster is the first node's, followed by the others' up to ${HIGHEST}, or 0; got "${httpPort}".`,
    );
  }
  return first === 0 ? freePorts(count) : Array.from({ length: count }, (_, i) => first + i);
}
