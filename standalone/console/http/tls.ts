import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContextOptions } from 'node:tls';
import type { SettingKey, Settings } from '../settings/known_settings.ts';
import { settingFile } from '../settings/setting_file.ts';
import { SettingsError } from '../settings/settings_error.ts';

/**
 * What to listen with under `server.ssl.*`; `undefined` where TLS is off.
 * @throws SettingsError where the certificate or its key cannot be used, naming the one that is wrong
 */
export function tlsOptions(settings: Settings): SecureContextOptions | undefined {
  const { 'server.ssl.certificate': certificate, 'server.ssl.key': key } = settings;
  if (!settings['server.ssl.enabled'] || certificate === undefined || key === undefined) {
    return undefined;
  }
  const options: SecureContextOptions = {
    cert: settingFile('server.ssl.certificate', certificate),
    key: settingFile('server.ssl.key', key),
    // Also where Node was started with an older one allowed.
    minVersion: 'TLSv1.2',
  };
  const leaf = usable('server.ssl.certificate', 'a PEM certificate', () => {
    createSecureContext({ cert: options.cert });
    return new X509Certificate(String(options.cert));
  });
  const privateKey = usable('server.ssl.key', 'a PEM private key without a passphrase', () =>
    createPrivateKey(String(options.key)),
  );
  if (leaf.checkPrivateKey(privateKey)) return options;
  throw new SettingsError(
    'server.ssl.key',
    'expected the private key of server.ssl.certificate, got that of another one',
  );
}

function usable<A>(setting: SettingKey, expected: string, read: () => A): A {
  try {
    return read();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SettingsError(setting, `expected ${expected}: ${problem}`);
  }
}
