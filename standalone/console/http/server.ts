import { createSecureContext } from 'node:tls';
import { server as createHapiServer, type Server } from '@hapi/hapi';
import type { Settings } from '../settings/known_settings.ts';
import { settingFile } from '../settings/setting_file.ts';
import { SettingsError } from '../settings/settings_error.ts';

/**
 * A hapi server that does not listen yet.
 * @throws SettingsError where the certificate or its key cannot be used
 */
export function createServer(settings: Settings): Server {
  const server = createHapiServer({
    host: settings['server.host'],
    port: settings['server.port'],
    // hapi would print requests with all their headers.
    debug: false,
    ...tls(settings),
    // A cookie that cannot be unsealed counts as absent, and other applications' may look odd.
    state: { ignoreErrors: true, strictHeader: false },
    routes: {
      cache: { otherwise: 'no-store' },
      payload: { maxBytes: settings['server.maxPayload'] },
    },
  });
  stripBasePath(server, settings['server.basePath']);
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

function tls(settings: Settings) {
  const { 'server.ssl.certificate': certificate, 'server.ssl.key': key } = settings;
  if (!settings['server.ssl.enabled'] || certificate === undefined || key === undefined) return {};
  const files = {
    cert: settingFile('server.ssl.certificate', certificate),
    key: settingFile('server.ssl.key', key),
  };
  try {
    createSecureContext(files);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      'server.ssl.certificate',
      `expected a PEM certificate for server.ssl.key: ${problem}`,
    );
  }
  return { tls: files };
}

/** A proxy may take the base path off, which is Kibana's default, or leave it on. */
function stripBasePath(server: Server, basePath: string): void {
  if (basePath === '') return;
  server.ext('onRequest', (request, h) => {
    const { pathname, search } = request.url;
    if (pathname === basePath || pathname.startsWith(`${basePath}/`)) {
      request.setUrl(`${pathname.slice(basePath.length) || '/'}${search}`);
    }
    return h.continue;
  });
}
