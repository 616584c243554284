import type { Settings } from './known_settings.ts';
import { SettingsError } from './settings_error.ts';

/**
 * Settings that only make sense together, or never do.
 * @throws SettingsError
 */
export function checkTogether(settings: Settings): void {
  checkTls(settings);
  checkCredentials(settings);
  checkPublicUrl(settings);
}

/** One without the other is a mistake also where TLS is off: it may be meant to be on. */
function checkTls(settings: Settings): void {
  const pair = ['server.ssl.certificate', 'server.ssl.key'] as const;
  const needed = settings['server.ssl.enabled'] || pair.some((key) => settings[key] !== undefined);
  if (!needed) return;
  for (const key of pair) {
    if (settings[key] !== undefined) continue;
    const reason = settings['server.ssl.enabled']
      ? 'server.ssl.enabled is true'
      : `${pair.find((other) => other !== key)} is set`;
    throw new SettingsError(key, `expected a file as ${reason}, got nothing`);
  }
}

function checkCredentials({
  'elasticsearch.username': username,
  'elasticsearch.password': password,
  'elasticsearch.serviceAccountToken': token,
}: Settings): void {
  if ((username === undefined) !== (password === undefined)) {
    throw new SettingsError(
      username === undefined ? 'elasticsearch.username' : 'elasticsearch.password',
      'expected elasticsearch.username and elasticsearch.password together, got only one of them',
    );
  }
  if (token !== undefined && username !== undefined) {
    throw new SettingsError(
      'elasticsearch.serviceAccountToken',
      'expected either this or elasticsearch.username and password, got both',
    );
  }
}

function checkPublicUrl({
  'server.publicBaseUrl': publicUrl,
  'server.basePath': basePath,
}: Settings): void {
  if (publicUrl === undefined) return;
  if (new URL(publicUrl).pathname.replace(/\/$/, '') === basePath) return;
  throw new SettingsError(
    'server.publicBaseUrl',
    `expected it to end with server.basePath "${basePath}", got "${publicUrl}"`,
  );
}
