import { SettingsError } from './settings_error.ts';
import type { WrittenSetting } from './sources.ts';

/** The arguments of `npm start`, sorted by whom they are for. */
export interface CommandLine {
  readonly help: boolean;
  /** The file of `--config`. */
  readonly config?: string;
  /** The file of `--plugin`. */
  readonly plugin?: string;
  readonly settings: readonly WrittenSetting[];
  /** `-E key=value` for the Elasticsearch node in the box, as they came. */
  readonly nodeArguments: readonly string[];
}

/**
 * Reads `--key=value`, `--key value`, `--key` (true), `--config FILE`, `--plugin FILE`, `--help`
 * and `-E key=value`. A setting given several times is a list.
 * @throws SettingsError for anything else
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const values = new Map<string, unknown[]>();
  const nodeArguments: string[] = [];
  let help = false;
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '--help' || argument === '-h') help = true;
    else if (argument.startsWith('-E')) {
      nodeArguments.push(argument);
      if (argument === '-E') nodeArguments.push(nodeSetting(rest.shift()));
    } else {
      const [name, value] = flag(argument, rest);
      values.set(name, [...(values.get(name) ?? []), value]);
    }
  }
  const files = { ...takeFile(values, 'config'), ...takeFile(values, 'plugin') };
  const settings = [...values].map(([key, given]) => ({
    key,
    value: given.length === 1 ? given[0] : given,
    source: `flag --${key}`,
  }));
  return { help, settings, nodeArguments, ...files };
}

/** Takes a flag that names a file out of the others. */
function takeFile(values: Map<string, unknown[]>, name: 'config' | 'plugin') {
  const file = values.get(name)?.at(-1);
  values.delete(name);
  if (file === true) throw new SettingsError(name, 'expected a file name, got nothing');
  return file === undefined ? {} : { [name]: String(file) };
}

function flag(argument: string, rest: string[]): [string, unknown] {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name === undefined) {
    throw new SettingsError('command line', 'expected --setting=value, got something else');
  }
  if (value !== undefined) return [name, value];
  return [name, rest[0] === undefined || rest[0].startsWith('-') ? true : rest.shift()];
}

function nodeSetting(argument: string | undefined): string {
  if (argument === undefined) throw new SettingsError('-E', 'expected key=value, got nothing');
  return argument;
}
