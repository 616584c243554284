import { isBoom } from '@hapi/boom';
import type { Server } from '@hapi/hapi';

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  // Emotion and CodeMirror insert style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
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
};

/** Adds the headers that keep a browser strict to every answer. Call it after `shapeErrors`. */
export function addSecurityHeaders(server: Server): void {
  server.ext('onPreResponse', ({ response }, h) => {
    // shapeErrors has replaced every error but that of a client that hung up.
    if (!isBoom(response)) {
      for (const [name, value] of Object.entries(HEADERS)) response.header(name, value);
    }
    return h.continue;
  });
}
