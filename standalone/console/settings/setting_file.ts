import { readFileSync } from 'node:fs';
import type { SettingKey } from './known_settings.ts';
import { SettingsError } from './settings_error.ts';

/**
 * The text of a file that a setting names.
 * @throws SettingsError where it cannot be read
 */
export function settingFile(setting: SettingKey, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SettingsError(setting, `expected a readable file: ${problem}`);
  }
}
