import { parse } from 'yaml';
import { isJsonObject } from '../../../common/exact.ts';
import { SETTING_KEYS } from './known_settings.ts';
import { SettingsError } from './settings_error.ts';

/** A value as it was written, and where, for the message should it be wrong. */
export interface WrittenSetting {
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
}

/**
 * The settings of a `kibana.yml`-style file: nested, dotted, or both.
 * @throws SettingsError where it is not YAML, not a map, or names a setting twice
 */
export function settingsInFile(text: string, path: string): WrittenSetting[] {
  let content: unknown;
  try {
    content = parse(text) ?? {};
  } catch (error) {
    // The library's message goes on to quote the lines around, which may hold a secret.
    const [problem] = String(error instanceof Error ? error.message : error).split('\n');
    throw new SettingsError('config', `expected YAML in ${path}: ${problem}`);
  }
  if (!isJsonObject(content)) {
    throw new SettingsError('config', `expected settings in ${path}, one a line`);
  }
  const settings = flattened(content).map(([key, value]) => ({ key, value, source: path }));
  const seen = new Set<string>();
  for (const { key } of settings) {
    if (seen.has(key)) throw new SettingsError(key, `expected once in ${path}, got it twice`);
    seen.add(key);
  }
  return settings;
}

/**
 * The settings among the environment variables, named as in Kibana's container: `SERVER_PORT`. An
 * empty variable counts as not set, there as here.
 */
export function settingsInEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): WrittenSetting[] {
  return SETTING_KEYS.flatMap((key) => {
    const name = key.replaceAll('.', '_').toUpperCase();
    const value = env[name] ?? '';
    return value === '' ? [] : [{ key, value, source: `environment variable ${name}` }];
  });
}

const flattened = (node: object, path: readonly string[] = []): [string, unknown][] =>
  Object.entries(node).flatMap(([name, value]) =>
    isJsonObject(value)
      ? flattened(value, [...path, name])
      : [[[...path, name].join('.'), value] satisfies [string, unknown]],
  );
