import { readCommandLine } from './command_line.ts';
import { helpText } from './help.ts';
import {
  KNOWN_SETTINGS,
  type KnownSetting,
  SETTING_KEYS,
  type SettingKey,
  type Settings,
} from './known_settings.ts';
import { checkTogether } from './rules.ts';
import { SettingsError } from './settings_error.ts';
import { settingsInEnvironment, settingsInFile, type WrittenSetting } from './sources.ts';

export interface SettingsSources {
  /** The arguments after the script's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file; throws where it cannot be read. */
  readonly readFile: (path: string) => string;
}

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: 'help'; readonly text: string }
  | {
      readonly kind: 'start';
      readonly settings: Settings;
      /** `-E` flags for the Elasticsearch node in the box. */
      readonly nodeArguments: readonly string[];
      /** The zip to take the plugin from, rather than from the sources. */
      readonly plugin?: string;
    };

/**
 * The settings from flags, the environment and the file of `--config`, the former winning over the
 * latter.
 * @throws SettingsError for the first one that is unknown or invalid
 */
export function loadSettings({ argv, env, readFile }: SettingsSources): Invocation {
  const { help, config, plugin, settings: flags, nodeArguments } = readCommandLine(argv);
  if (help) return { kind: 'help', text: helpText() };
  const file = config === undefined ? [] : settingsInFile(contentOf(config, readFile), config);
  const written = new Map<SettingKey, WrittenSetting>();
  for (const setting of [...file, ...settingsInEnvironment(env), ...flags]) {
    written.set(knownKey(setting), setting);
  }
  const decoded = SETTING_KEYS.map((key) => [key, settingValue(key, written.get(key))]);
  const settings = Object.fromEntries(decoded) as Settings;
  checkTogether(settings);
  return { kind: 'start', settings, nodeArguments, ...(plugin !== undefined && { plugin }) };
}

function contentOf(path: string, readFile: SettingsSources['readFile']): string {
  try {
    return readFile(path);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new SettingsError('config', `expected a readable file: ${problem}`);
  }
}

function knownKey({ key, source }: WrittenSetting): SettingKey {
  if (Object.hasOwn(KNOWN_SETTINGS, key)) return key as SettingKey;
  throw new SettingsError(key, `unknown setting (${source}); --help lists the known ones`);
}

function settingValue(key: SettingKey, written: WrittenSetting | undefined): unknown {
  const { read, expected, fallback, secret }: KnownSetting<unknown> = KNOWN_SETTINGS[key];
  const { value, source } = written ?? { value: fallback, source: 'default' };
  const result = read(value);
  if (result.ok) return result.value;
  const [problem] = result.problems;
  const got = secret || mayHoldCredentials(value) ? kindOf(value) : problem?.got;
  throw new SettingsError(key, `expected ${expected}, got ${got} (${source})`);
}

/** An address may: `http://user:password@host`. */
const mayHoldCredentials = (value: unknown): boolean => String(value).includes('@');

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : value === null ? 'nothing' : `a ${typeof value}`;
