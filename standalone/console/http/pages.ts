import { unauthorized } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import { callerOf, endSession, type SessionParts } from '../session/authentication.ts';
import { loggedOut } from '../session/session_events.ts';
import { appDocument, reloadingDocument } from './documents.ts';
import { isApiPath, localPath, START_PAGE } from './paths.ts';
import type { PluginBundle } from './plugin_bundle.ts';

interface PageOptions {
  readonly basePath: string;
  /** The entry script's file name. */
  readonly entry: string;
  readonly bundle: PluginBundle | undefined;
  readonly session: SessionParts;
}

/** The pages for people: login, logout, and the application behind the login. */
export function servePages(
  server: Server,
  { basePath, entry, bundle, session }: PageOptions,
): void {
  const document = appDocument(basePath, entry, bundle);
  const options = { auth: { mode: 'try' } } as const;
  refuseKeys(server);

  server.route({
    method: 'GET',
    path: '/',
    options,
    handler: (_request, h) => h.redirect(`${basePath}${START_PAGE}`),
  });
  server.route({
    method: 'GET',
    path: '/login',
    options,
    handler: (request, h) =>
      callerOf(request) === undefined
        ? h.response(document).type('text/html')
        : h.redirect(localPath(request.url.searchParams.get('next'), basePath) ?? `${basePath}/`),
  });
  server.route({
    method: 'GET',
    path: '/app/{path*}',
    options,
    handler: (request, h) => {
      if (callerOf(request) !== undefined) return h.response(document).type('text/html');
      if (request.headers['sec-fetch-site'] === 'cross-site')
        return h.response(reloadingDocument(basePath)).type('text/html');
      const next = `${basePath}${request.url.pathname}${request.url.search}`;
      // In Kibana's words; the login page has a sentence for it.
      const reason = session.cookie.isIn(request) ? '&msg=SESSION_EXPIRED' : '';
      return h.redirect(`${basePath}/login?next=${encodeURIComponent(next)}${reason}`);
    },
  });
  for (const path of ['/logout', '/api/security/logout']) {
    server.route({
      method: 'GET',
      path,
      options,
      async handler(request, h) {
        if (callerOf(request)?.session) session.auditOf(request).log(loggedOut());
        await endSession(request, h, session);
        return h.redirect(`${basePath}/login`);
      },
    });
  }
}

/** Keys are for programs: a page answered to one would only hide that it asked the wrong place. */
function refuseKeys(server: Server): void {
  server.ext('onPreAuth', ({ path, raw }, h) => {
    if (isApiPath(path) || !/^ApiKey /i.test(raw.req.headers.authorization ?? ''))
      return h.continue;
    throw unauthorized('API keys are for the HTTP API, not for pages.');
  });
}
