import { forbidden } from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import type { Settings } from '../settings/known_settings.ts';
import { isApiPath } from './paths.ts';
import { isSafeMethod } from './xsrf.ts';

/** The only paths that change something when they are read. */
const ENDS_SESSION = ['/logout', '/api/security/logout'];

/**
 * Refuses what a page of another origin makes a browser ask for: whatever changes something, and
 * whatever of the HTTP API is not a link that a person follows. Programs send none of the headers
 * that this goes by, and no page can choose them.
 * @see https://www.w3.org/TR/fetch-metadata/
 */
export function refuseOtherSites(server: Server, settings: Settings): void {
  const isOwn = ownOrigins(settings);
  server.ext('onPreAuth', (request, h) => {
    if (comesFromElsewhere(request, isOwn) && !isLink(request)) {
      throw forbidden('Requests from the pages of other sites are not allowed.');
    }
    return h.continue;
  });
}

type IsOwnOrigin = (origin: string, host: string | undefined) => boolean;

function comesFromElsewhere({ raw }: Request, isOwn: IsOwnOrigin): boolean {
  const { 'sec-fetch-site': site, origin, host } = raw.req.headers;
  // To be believed also where a proxy has changed the host.
  if (site === 'same-origin') return false;
  // `none` is what a person asked for by hand.
  if (site !== undefined && site !== 'none') return true;
  return origin !== undefined && !isOwn(origin, host);
}

const isLink = ({ method, path, headers }: Request): boolean =>
  isSafeMethod(method) &&
  !ENDS_SESSION.includes(path) &&
  (!isApiPath(path) || headers['sec-fetch-mode'] === 'navigate');

/** `null`, which hides where a request comes from, is nobody's. */
function ownOrigins(settings: Settings): IsOwnOrigin {
  const { 'server.publicBaseUrl': publicBaseUrl, 'server.ssl.enabled': isTls } = settings;
  const published = publicBaseUrl === undefined ? undefined : new URL(publicBaseUrl).origin;
  return (origin, host) => {
    const url = URL.parse(origin);
    if (url === null || url.origin === 'null') return false;
    if (url.origin === published) return true;
    // A proxy may have taken TLS off, but nothing puts it on.
    if (isTls && url.protocol !== 'https:') return false;
    return url.host === URL.parse(`${url.protocol}//${host}`)?.host;
  };
}
