import type { AuditEvent } from '../../../server/index.ts';

/** As Elasticsearch knows them. */
export interface SignedIn {
  readonly name: string;
  readonly realm: string;
}

/** Somebody has signed in. */
export const loginSucceeded = (user: SignedIn): AuditEvent => ({
  message: 'A user has signed in',
  event: { action: 'user_login', ...AUTHENTICATION, type: ['start'], outcome: 'success' },
  user,
});

/** Nobody was signed in: with the name that was typed and the HTTP status, 429 for too many attempts. */
export const loginFailed = (name: string, statusCode: number, reason: string): AuditEvent => ({
  message: 'An attempt to sign in has failed',
  event: { action: 'user_login', ...AUTHENTICATION, type: ['start'], outcome: 'failure' },
  user: { name },
  error: { code: String(statusCode), message: reason },
});

/** Somebody has signed out. */
export const loggedOut = (): AuditEvent => ({
  message: 'A user has signed out',
  event: { action: 'user_logout', ...AUTHENTICATION, type: ['end'], outcome: 'success' },
});

/** A session was ended without its user's doing, e.g. as Elasticsearch refuses its credentials. */
export const sessionEnded = (reason: string): AuditEvent => ({
  message: `A session was ended: ${reason}`,
  event: { action: 'session_end', ...AUTHENTICATION, type: ['end'], outcome: 'success' },
});

const AUTHENTICATION = { category: ['authentication'] } as const;
