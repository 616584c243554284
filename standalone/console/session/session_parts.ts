import { randomBytes } from 'node:crypto';
import type { Server } from '@hapi/hapi';
import type { LoggerFactory } from '../logging.ts';
import type { OwnIndex } from '../own_index/own_index.ts';
import { isReachedByTls } from '../settings/is_reached_by_tls.ts';
import type { Settings } from '../settings/known_settings.ts';
import { realTime } from '../time.ts';
import type { SessionParts } from './authentication.ts';
import { EndedSessions } from './ended_sessions.ts';
import { SessionCookie } from './session_cookie.ts';
import { Sessions } from './sessions.ts';
import { API_ALLOWANCES, LOGIN_ALLOWANCES, Throttle } from './throttle.ts';

interface SessionOptions {
  readonly settings: Settings;
  readonly log: LoggerFactory;
  readonly auditOf: SessionParts['auditOf'];
  /** Where the consoles tell each other which sessions have ended, if they can. */
  readonly ownIndex: OwnIndex | undefined;
  /** Resolves once Elasticsearch knows the console's own user. */
  readonly ownUserReady: Promise<void>;
}

/** Sessions as the settings want them, in a cookie of this server. */
export function createSessionParts(
  server: Server,
  { settings, log, auditOf, ownIndex, ownUserReady: ready }: SessionOptions,
): SessionParts {
  const lifetimes = {
    idleTimeout: settings['xpack.security.session.idleTimeout'],
    lifespan: settings['xpack.security.session.lifespan'],
  };
  const shared = ownIndex && { index: ownIndex, ready, log: log.get('session'), time: realTime };
  return {
    sessions: new Sessions(lifetimes, shared && new EndedSessions(shared)),
    cookie: new SessionCookie(server, {
      basePath: settings['server.basePath'],
      // Without a key of one's own, sessions end with the process, as in Kibana.
      encryptionKey:
        settings['xpack.security.encryptionKey']?.reveal() ?? randomBytes(32).toString('hex'),
      isSecure: isReachedByTls(settings),
    }),
    throttles: {
      login: new Throttle(LOGIN_ALLOWANCES, realTime.elapsed),
      api: new Throttle(API_ALLOWANCES, realTime.elapsed),
    },
    auditOf,
  };
}
