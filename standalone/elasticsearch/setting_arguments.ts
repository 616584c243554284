import { BoxError } from './box_error.ts';

/** Settings of Elasticsearch by name, as given by `-E name=value`. */
export type Settings = Readonly<Record<string, string>>;

/**
 * Takes the `-E name=value` pairs (also `-Ename=value`) out of command-line arguments; the last of
 * equal names wins. `rest` keeps the other arguments in their order.
 * @throws BoxError for an `-E` without a name and a value
 */
export function takeSettings(args: readonly string[]): {
  readonly settings: Settings;
  readonly rest: readonly string[];
} {
  const settings: Record<string, string> = {};
  const rest: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (!arg.startsWith('-E')) {
      rest.push(arg);
      continue;
    }
    const pair = arg === '-E' ? (args[++i] ?? '') : arg.slice(2);
    const [, name, value] = /^([^=\s]+)=(.+)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new BoxError(
        `-E takes a setting and its value, as in -E http.port=9201; got "${pair}".`,
      );
    }
    settings[name] = value;
  }
  return { settings, rest };
}
