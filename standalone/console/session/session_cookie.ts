import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import { exact } from '../../../common/exact.ts';
import { Secret } from '../../../common/secret.ts';
import type { Session } from './sessions.ts';

export interface CookieOptions {
  /** At least 32 characters. */
  readonly encryptionKey: string;
  readonly isSecure: boolean;
  readonly basePath: string;
}

const SealedSession = exact(
  { id: t.string, authorization: t.string, created: t.number, renewed: t.number },
  {},
);

/**
 * The cookie in which a browser keeps a session, sealed by @hapi/iron. One that cannot be unsealed,
 * as it was changed or another key sealed it, counts as absent.
 */
export class SessionCookie {
  readonly #name: string;

  constructor(server: Server, options: CookieOptions) {
    this.#name = cookieName(options);
    server.state(this.#name, {
      encoding: 'iron',
      password: options.encryptionKey,
      isSecure: options.isSecure,
      isHttpOnly: true,
      isSameSite: 'Strict',
      path: options.basePath || '/',
    });
  }

  /** Several where a browser has kept one of an earlier path or domain beside the one that counts. */
  sessionsIn({ state }: Request): Session[] {
    return [state[this.#name] ?? []].flat().flatMap((unsealed: unknown) => {
      const session = decode(SealedSession, unsealed);
      if (!session.ok) return [];
      return { ...session.value, authorization: new Secret(session.value.authorization) };
    });
  }

  /** Whether the browser has sent one, whatever it is worth. */
  isIn({ raw }: Request): boolean {
    const pairs = raw.req.headers.cookie?.split(';') ?? [];
    return pairs.some((pair) => pair.trim().startsWith(`${this.#name}=`));
  }

  put(h: ResponseToolkit, session: Session): void {
    h.state(this.#name, { ...session, authorization: session.authorization.reveal() });
  }

  takeBack(h: ResponseToolkit): void {
    h.unstate(this.#name);
  }
}

/**
 * Under TLS a prefix makes browsers refuse a cookie of this name that came without it. `__Host-` also
 * refuses those that another host of the domain sets, but only exists for the path `/`: with a base
 * path, consoles that share a host would take each other's place there.
 * @see https://www.rfc-editor.org/rfc/rfc6265bis#name-cookie-name-prefixes
 */
function cookieName({ isSecure, basePath }: CookieOptions): string {
  if (!isSecure) return 'sid';
  return basePath === '' ? '__Host-sid' : '__Secure-sid';
}

/**
 * As long as an `Authorization` header may be whose session fits into a cookie: browsers drop those
 * of more than 4,096 bytes with their names, and sealing lets them grow by a third.
 */
export const LONGEST_KEPT_AUTHORIZATION = 2700;
