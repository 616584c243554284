import { parseArgs } from 'node:util';

/** A sentence for who asked for a build that cannot be made. */
export class BuildArgumentsError extends Error {}

export type BuildArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'build'; readonly kibanaVersions: readonly string[] };

/** The first with React 18. */
const OLDEST = { major: 9, minor: 1 };

/**
 * Takes `--kibana-version X.Y.Z,…` and `--help`.
 * @throws BuildArgumentsError for any other argument, no version, or one that the plugin is not for
 */
export function takeBuildArguments(args: readonly string[]): BuildArguments {
  const { help, 'kibana-version': lists } = parsed(args);
  if (help === true) return { kind: 'help' };
  if (lists === undefined)
    throw new BuildArgumentsError(
      'For which Kibana? Say --kibana-version 9.2.1, as a plugin is for one exact release.',
    );
  const versions = lists.flatMap((list) => list.split(',')).map((version) => version.trim());
  versions.forEach(checkKibanaVersion);
  return { kind: 'build', kibanaVersions: [...new Set(versions)] };
}

function parsed(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'kibana-version': { type: 'string', multiple: true },
        help: { type: 'boolean' },
      },
    });
    return values;
  } catch (error) {
    // Its first sentence names the argument, the others are about those that begin with a dash.
    const [first] = (error as Error).message.split(/\.\s/);
    throw new BuildArgumentsError(`${first}: see npm run build -- --help.`);
  }
}

function checkKibanaVersion(version: string): void {
  const parts = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version);
  if (parts === null)
    throw new BuildArgumentsError(`"${version}" is not a release of Kibana such as 9.2.1.`);
  const [major, minor] = [Number(parts[1]), Number(parts[2])];
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor))
    throw new BuildArgumentsError(
      `Kibana ${version} is too old: it has React 17, and the plugin needs React 18, which Kibana has from ${OLDEST.major}.${OLDEST.minor}.0 on.`,
    );
}
