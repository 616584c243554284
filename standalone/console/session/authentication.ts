import type { Client } from '@elastic/elasticsearch';
import { isBoom, unauthorized } from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { Secret } from '../../../common/secret.ts';
import type { AuditLogger } from '../../../server/index.ts';
import type { Elasticsearch } from '../elasticsearch/client.ts';
import { userCall } from '../elasticsearch/user_call.ts';
import { isApiPath } from '../http/paths.ts';
import { namedCredentials } from './named_credentials.ts';
import type { SessionCookie } from './session_cookie.ts';
import { sessionEnded } from './session_events.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Attempt, Throttle } from './throttle.ts';

declare module '@hapi/hapi' {
  /** Who makes a request: what Elasticsearch is told, and where it comes from. */
  interface UserCredentials {
    readonly authorization: Secret;
    readonly session?: Session;
    /** Where it came as a password in a header. */
    readonly attempt?: Attempt;
  }
}

/** What people and programs are let in by, and where that is told. */
export interface SessionParts {
  readonly sessions: Sessions;
  readonly cookie: SessionCookie;
  readonly throttles: { readonly login: Throttle; readonly api: Throttle };
  readonly auditOf: (request: Request) => AuditLogger;
}

/**
 * Lets in who has a session or sends credentials for Elasticsearch, on every route that does not say
 * otherwise. A header wins over the cookie; whether its credentials are right is for Elasticsearch
 * to say. A session whose credentials Elasticsearch refuses has ended. Call it after `shapeErrors`.
 */
export function requireAuthentication(server: Server, parts: SessionParts): void {
  server.auth.scheme('credentials', () => ({
    async authenticate(request, h) {
      const { authorization } = request.raw.req.headers;
      const user =
        authorization !== undefined && isApiPath(request.path)
          ? await callerByHeader(request, authorization, parts.throttles.api)
          : await callerBySession(request, h, parts);
      return h.authenticated({ credentials: { user } });
    },
  }));
  server.auth.strategy('session', 'credentials');
  server.auth.default('session');

  server.ext('onPreResponse', async (request, h) => {
    const session = callerOf(request)?.session;
    if (session === undefined || !isRefused(request)) return h.continue;
    // Once, though a page asks for several things at a time.
    if (!parts.sessions.isOver(session, Date.now())) {
      parts.auditOf(request).log(sessionEnded('Elasticsearch refuses its credentials'));
    }
    await endSession(request, h, parts);
    return h.continue;
  });
  server.events.on('response', (request) => {
    const attempt = callerOf(request)?.attempt;
    if (isRefused(request)) attempt?.failed();
    else attempt?.toldNothing();
  });
}

/** Whoever was let in here is refused by Elasticsearch alone. */
const isRefused = ({ response }: Request): boolean =>
  !isBoom(response) && response.statusCode === 401;

async function callerByHeader(request: Request, authorization: string, throttle: Throttle) {
  if (!/^(Basic|ApiKey) /i.test(authorization) || isTooLong(authorization)) {
    throw unauthorized('Expected an Authorization header with Basic or ApiKey.');
  }
  const caller = { authorization: new Secret(authorization) };
  const named = namedCredentials(authorization);
  // A key's secret is too long to be guessed.
  if (named?.scheme !== 'basic') return caller;
  const attempt = await throttle.begin(named.name, request.info.remoteAddress);
  // Whoever has hung up meanwhile is not heard of again.
  if (!request.active()) attempt.toldNothing();
  return { ...caller, attempt };
}

async function callerBySession(request: Request, h: ResponseToolkit, parts: SessionParts) {
  const { sessions, cookie } = parts;
  const now = Date.now();
  const session = await liveSession(request, parts, now);
  if (session === undefined) {
    if (cookie.isIn(request)) cookie.takeBack(h);
    throw unauthorized('Log in, or send an Authorization header with Basic or ApiKey.');
  }
  const renewed = sessions.renewal(session, now);
  // As in Kibana, what a page asks for by itself does not keep a session alive that nobody uses.
  const isUsed = request.headers['kbn-system-request'] !== 'true';
  if (renewed !== undefined && isUsed) cookie.put(h, renewed);
  return { authorization: session.authorization, session };
}

/** Other consoles are asked before anything is done, not for pages, which hold nothing of a user. */
async function liveSession(
  request: Request,
  { sessions, cookie }: SessionParts,
  now: number,
): Promise<Session | undefined> {
  for (const session of cookie.sessionsIn(request)) {
    if (sessions.isOver(session, now)) continue;
    if (isApiPath(request.path) && (await sessions.hasEndedElsewhere(session))) continue;
    return session;
  }
  return undefined;
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
  return elasticsearch.asUser(caller.authorization.reveal(), userCall(request));
}

/** Ends the sessions of this request's cookie, if there are any, and takes the cookie back. */
export async function endSession(
  request: Request,
  h: ResponseToolkit,
  { sessions, cookie }: SessionParts,
): Promise<void> {
  cookie.takeBack(h);
  const now = Date.now();
  await Promise.all(cookie.sessionsIn(request).map((session) => sessions.end(session, now)));
}
