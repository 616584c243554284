import { server as createHapiServer, type Server } from '@hapi/hapi';
import type { Settings } from '../settings/known_settings.ts';
import { SettingsError } from '../settings/settings_error.ts';
import { refuseForeignHosts } from './host_header.ts';
import { createListener, silenceOf } from './listener.ts';
import { answerWithRequestId } from './request_id.ts';
import { addSecurityHeaders } from './security_headers.ts';
import { takeInUnreadBodies } from './unread_body.ts';

/**
 * A hapi server that does not listen yet.
 * @throws SettingsError where the certificate or its key cannot be used
 */
export function createServer(settings: Settings): Server {
  const listener = createListener(settings);
  const server = createHapiServer({
    listener,
    tls: settings['server.ssl.enabled'],
    host: settings['server.host'],
    port: settings['server.port'],
    // hapi would print requests with all their headers.
    debug: false,
    // The address is known also of a client that has hung up.
    info: { remote: true },
    // A cookie that cannot be unsealed counts as absent, and other applications' may look odd.
    state: { ignoreErrors: true, strictHeader: false },
    routes: {
      cache: { otherwise: 'no-store' },
      payload: { maxBytes: settings['server.maxPayload'] },
      timeout: { socket: silenceOf(settings) },
      response: { ranges: false },
    },
  });
  // hapi's own answers 400 to whatever is wrong with a request; Node's answers tell 408 and 431.
  listener.removeAllListeners('clientError');
  addSecurityHeaders(server, settings);
  answerWithRequestId(server);
  refuseForeignHosts(server, settings);
  stripBasePath(server, settings['server.basePath']);
  takeInUnreadBodies(server);
  return server;
}

/** Listens. @throws SettingsError where the address or the port cannot be used */
export async function listen(server: Server, settings: Settings): Promise<void> {
  try {
    await server.start();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' || code === 'EACCES') {
      const problem = code === 'EACCES' ? 'needs more rights' : 'is in use';
      throw new SettingsError(
        'server.port',
        `expected a free port, but ${settings['server.port']} ${problem}`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new SettingsError('server.host', `expected an address of this machine: ${message}`);
    }
    throw error;
  }
}

/** The address of a listening server. */
export function addressOf(server: Server, settings: Settings): string {
  const { protocol, port } = server.info;
  const host = settings['server.host'];
  return `${protocol}://${host.includes(':') ? `[${host}]` : host}:${port}${settings['server.basePath']}`;
}

/** A proxy may take the base path off, which is Kibana's default, or leave it on. */
function stripBasePath(server: Server, basePath: string): void {
  if (basePath === '') return;
  server.ext('onRequest', (request, h) => {
    // Not `request.url`, which is missing where the target is no URL.
    const { url: target = '' } = request.raw.req;
    const [path = ''] = target.split('?', 1);
    if (path === basePath || path.startsWith(`${basePath}/`)) {
      const rest = target.slice(basePath.length);
      request.setUrl(rest.startsWith('/') ? rest : `/${rest}`);
    }
    return h.continue;
  });
}
