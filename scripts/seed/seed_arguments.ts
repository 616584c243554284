import { SettingsError } from '../../standalone/console/index.ts';

export interface SeedArguments {
  readonly keys: number;
  readonly owners: number;
  /** Decides which keys they are. */
  readonly seed: string;
  /** For the console's settings, and `-E` for the node in the box. */
  readonly rest: readonly string[];
}

const MOST_KEYS = 10_000_000;

/**
 * Takes `--keys N`, `--owners M` and `--seed TEXT` (also with `=`) out of command-line arguments.
 * @throws SettingsError for a number that is none, or no `--keys`
 */
export function takeSeedArguments(args: readonly string[]): SeedArguments {
  const own: Record<string, string | undefined> = { owners: '40', seed: 'seed' };
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? '';
    const [, name, value] = /^--(keys|owners|seed)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === undefined) rest.push(argument);
    else own[name] = value ?? args[++i];
  }
  return {
    keys: countOf('keys', own.keys, MOST_KEYS),
    owners: countOf('owners', own.owners, MOST_KEYS),
    seed: own.seed ?? '',
    rest,
  };
}

function countOf(name: string, text: string | undefined, most: number): number {
  const count = /^\d+$/.test(text ?? '') ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new SettingsError(name, `expected a number from 1 to ${most}, got ${text ?? 'nothing'}`);
}
