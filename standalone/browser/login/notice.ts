/** Of the reasons that Kibana's login page knows, the one that is not told otherwise. */
const SESSION_EXPIRED = 'SESSION_EXPIRED';

type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

/** The login page that leads back to where one was, for someone whose session is over. */
export const loginHref = (basePath: string, { pathname, search, hash }: Place): string =>
  `${basePath}/login?next=${encodeURIComponent(pathname + search + hash)}&msg=${SESSION_EXPIRED}`;

/** What the login page tells someone who was sent there. Anyone may have written its URL. */
export const noticeIn = ({ search }: Pick<Place, 'search'>): string | undefined =>
  new URLSearchParams(search).get('msg') === SESSION_EXPIRED
    ? 'Your session has ended. Log in again to go on where you were.'
    : undefined;
