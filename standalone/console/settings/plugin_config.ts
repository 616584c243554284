import { Secret } from '../../../common/secret.ts';
import { SETTING_KEYS, type Settings } from './known_settings.ts';

const PREFIX = 'xpack.projectApiKeys.';

type Config = { [name: string]: unknown };

/** The plugin's own settings as far as they are given, nested by the dots of their names. */
export function pluginConfig(settings: Settings): Config {
  const config: Config = {};
  for (const key of SETTING_KEYS) {
    const value = settings[key];
    if (!key.startsWith(PREFIX) || value === undefined) continue;
    const path = key.slice(PREFIX.length).split('.');
    const last = path.pop() ?? '';
    let parent = config;
    for (const name of path) {
      parent[name] ??= {};
      parent = parent[name] as Config;
    }
    // As Kibana gives them.
    parent[last] = value instanceof Secret ? value.reveal() : value;
  }
  return config;
}
