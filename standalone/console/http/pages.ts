import { unauthorized } from '@hapi/boom';
import type { Server } from '@hapi/hapi';
import { callerOf, endSession } from '../session/authentication.ts';
import type { Sessions } from '../session/sessions.ts';
import { appDocument, reloadingDocument } from './documents.ts';
import { isApiPath, localPath, START_PAGE } from './paths.ts';

interface PageOptions {
  readonly basePath: string;
  /** The entry script's file name. */
  readonly entry: string;
  readonly sessions: Sessions;
}

/** The pages for people: login, logout, and the application behind the login. */
export function servePages(server: Server, { basePath, entry, sessions }: PageOptions): void {
  const document = appDocument(basePath, entry);
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
      return h.redirect(`${basePath}/login?next=${encodeURIComponent(next)}`);
    },
  });
  for (const path of ['/logout', '/api/security/logout']) {
    server.route({
      method: 'GET',
      path,
      options,
      handler: (request, h) => {
        endSession(request, h, sessions);
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
