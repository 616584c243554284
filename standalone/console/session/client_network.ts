import { isIPv6 } from 'node:net';

/**
 * What of an address stands for one client. Behind IPv6 that is the network: whoever has one address
 * has all 2⁶⁴ of it (RFC 6177).
 */
export function clientNetwork(address: string): string {
  const ipv4 = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined) return ipv4;
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** All eight groups, those too that `::` leaves out. */
function groupsOf(address: string): string[] {
  const [left = [], right = []] = address
    .toLowerCase()
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].map((group) => group.replace(/^0+(?=.)/, ''));
}
