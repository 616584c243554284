import type { Server } from '@hapi/hapi';
import { isReachedByTls } from '../settings/is_reached_by_tls.ts';
import type { Settings } from '../settings/known_settings.ts';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Emotion and CodeMirror insert style elements. Injected ones could load nothing from elsewhere.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // For browsers that do not know `frame-ancestors`.
  'x-frame-options': 'DENY',
};

/** For a year, and for this host alone: what else runs under its domain is not ours to decide. */
const ONLY_TLS = { 'strict-transport-security': 'max-age=31536000' };

/**
 * Adds the headers that keep a browser strict to every answer, also to those that hapi makes when
 * nothing of ours can any more. Call it first.
 */
export function addSecurityHeaders(server: Server, settings: Settings): void {
  const headers = Object.entries({ ...HEADERS, ...(isReachedByTls(settings) && ONLY_TLS) });
  server.ext('onRequest', ({ raw: { res } }, h) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    return h.continue;
  });
}
