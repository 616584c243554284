import type { Client } from '@elastic/elasticsearch';
import { isBoom, unauthorized } from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import * as t from 'io-ts';
import { decode } from '../../../common/decode.ts';
import { exact } from '../../../common/exact.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';
import { isApiPath } from '../http/paths.ts';
import type { Session, Sessions } from './sessions.ts';

export const SESSION_COOKIE = 'sid';

declare module '@hapi/hapi' {
  /** Who makes a request: what Elasticsearch is told, and the session that it comes from. */
  interface UserCredentials {
    readonly authorization: string;
    readonly session?: Session;
  }
}

export interface CookieOptions {
  /** At least 32 characters. */
  readonly encryptionKey: string;
  readonly isSecure: boolean;
  readonly basePath: string;
}

/**
 * Lets in who has a session or sends credentials for Elasticsearch, on every route that does not say
 * otherwise. A header wins over the cookie; whether its credentials are right is for Elasticsearch
 * to say. A session whose credentials Elasticsearch refuses has ended. Call it after `shapeErrors`.
 */
export function requireAuthentication(
  server: Server,
  sessions: Sessions,
  { encryptionKey, isSecure, basePath }: CookieOptions,
): void {
  server.state(SESSION_COOKIE, {
    encoding: 'iron',
    password: encryptionKey,
    isSecure,
    isHttpOnly: true,
    isSameSite: 'Strict',
    path: basePath || '/',
  });
  server.auth.scheme('credentials', () => ({
    authenticate(request, h) {
      const { authorization } = request.raw.req.headers;
      if (authorization !== undefined && isApiPath(request.path)) {
        if (!/^(Basic|ApiKey) /i.test(authorization) || isTooLong(authorization)) {
          throw unauthorized('Expected an Authorization header with Basic or ApiKey.');
        }
        return h.authenticated({ credentials: { user: { authorization } } });
      }
      const now = Date.now();
      const session = sessionIn(request);
      if (session === undefined || sessions.isOver(session, now)) {
        throw unauthorized('Log in, or send an Authorization header with Basic or ApiKey.');
      }
      const renewed = sessions.renewal(session, now);
      if (renewed !== undefined) h.state(SESSION_COOKIE, renewed);
      const user = { authorization: session.authorization, session };
      return h.authenticated({ credentials: { user } });
    },
  }));
  server.auth.strategy('session', 'credentials');
  server.auth.default('session');
  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    const isRefused = !isBoom(response) && response.statusCode === 401;
    if (isRefused && callerOf(request)?.session !== undefined) endSession(request, h, sessions);
    return h.continue;
  });
}

/**
 * More than Elasticsearch would read: it takes 16 KB of headers, and leaves whatever comes next on a
 * connection on which it got more without an answer.
 */
export const isTooLong = (authorization: string): boolean => authorization.length > 8192;

/** Who makes this request, on a route that lets others in too. */
export const callerOf = ({ auth }: Request) =>
  auth.isAuthenticated ? auth.credentials.user : undefined;

/**
 * Elasticsearch as the one who makes this request.
 * @throws Boom 401 where nobody does, on a route that lets everyone in
 */
export function currentUserClient(request: Request, elasticsearch: Elasticsearch): Client {
  const caller = callerOf(request);
  if (caller === undefined) throw unauthorized();
  return elasticsearch.asUser(caller.authorization, request.info.id);
}

/** Ends the session of this request's cookie, if there is one, and takes the cookie back. */
export function endSession(request: Request, h: ResponseToolkit, sessions: Sessions): void {
  const session = sessionIn(request);
  if (session !== undefined) sessions.end(session, Date.now());
  h.unstate(SESSION_COOKIE);
}

const SessionCookie = exact(
  { id: t.string, authorization: t.string, created: t.number, renewed: t.number },
  {},
);

function sessionIn(request: Request): Session | undefined {
  const cookie = decode(SessionCookie, request.state[SESSION_COOKIE]);
  return cookie.ok ? cookie.value : undefined;
}
