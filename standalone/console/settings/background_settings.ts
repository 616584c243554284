import type { Secret } from '../../../common/secret.ts';
import type { Settings } from './known_settings.ts';

const CREDENTIALS =
  'elasticsearch.username and elasticsearch.password (or elasticsearch.serviceAccountToken)';
const ENCRYPTION_KEY = 'xpack.encryptedSavedObjects.encryptionKey';

/** What background tasks need of the settings, or a sentence that names what is missing. */
export type BackgroundSettings =
  | { readonly kind: 'complete'; readonly encryptionKey: Secret }
  | { readonly kind: 'missing'; readonly message: string };

export function backgroundSettings(settings: Settings): BackgroundSettings {
  const encryptionKey = settings[ENCRYPTION_KEY];
  if (hasOwnUser(settings) && encryptionKey !== undefined)
    return { kind: 'complete', encryptionKey };
  const missing = [
    ...(hasOwnUser(settings) ? [] : [CREDENTIALS]),
    ...(encryptionKey === undefined ? [ENCRYPTION_KEY] : []),
  ];
  const message = `Background tasks are off: set ${missing.join(', and ')}.`;
  return { kind: 'missing', message };
}

/** Whether the console has credentials of its own. */
export const hasOwnUser = (settings: Settings): boolean =>
  settings['elasticsearch.serviceAccountToken'] !== undefined ||
  settings['elasticsearch.username'] !== undefined;
