import type { Settings } from './known_settings.ts';

/** True where browsers speak TLS with the console: it may end here or at a proxy. */
export const isReachedByTls = (settings: Settings): boolean =>
  settings['server.ssl.enabled'] || settings['server.publicBaseUrl']?.startsWith('https:') === true;
