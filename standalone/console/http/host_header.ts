import { isIP } from 'node:net';
import { Boom, badRequest } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import type { Settings } from '../settings/known_settings.ts';

/**
 * Refuses requests for a host that is none, and on loopback those for another one's name: a page of
 * `evil.example` whose name has been made to lead here would otherwise count as ours to the browser
 * (DNS rebinding). An address is not a name that anyone could make lead elsewhere. Behind a proxy on
 * the same machine, `server.publicBaseUrl` tells the name.
 */
export function refuseForeignHosts(server: Server, settings: Settings): void {
  const isOwn = isOnLoopback(settings['server.host']) ? ownNames(settings) : () => true;
  server.ext('onRequest', ({ raw }, h) => {
    const { host } = raw.req.headers;
    // Only HTTP/1.0 can do without, and no browser speaks that.
    if (host === undefined) return h.continue;
    const name = hostName(host);
    if (name === undefined) throw badRequest('Expected a host in the Host header.');
    if (isOwn(name)) return h.continue;
    throw new Boom(
      'This console only answers to localhost, to IP addresses and to the host of server.publicBaseUrl.',
      { statusCode: 421 },
    );
  });
}

/** The name or address in a Host header, in lower case; `undefined` where it holds anything else. */
export function hostName(host: string): string | undefined {
  if (!/^[\w.:[\]-]+$/.test(host)) return undefined;
  return URL.parse(`http://${host}`)?.hostname;
}

const isOnLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

function ownNames({ 'server.publicBaseUrl': publicBaseUrl }: Settings) {
  const published = publicBaseUrl === undefined ? undefined : new URL(publicBaseUrl).hostname;
  return (name: string): boolean =>
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === published ||
    isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}
