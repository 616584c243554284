import * as t from 'io-ts';
import { boundedArray, matching, text } from '../../common/bounded.ts';
import { decode, problemText } from '../../common/decode.ts';
import { exact, oneOf, refined } from '../../common/exact.ts';

const names = t.array(t.string);
const Text = text(1, 1000);
const PluginId = matching(/^[a-z][a-zA-Z0-9]+$/, 'an id such as "myPlugin"');
const Version = matching(/^\d+\.\d+\.\d+$/, 'a version such as 9.2.1');

/** What both forms of the manifest call by the same names. */
const common = {
  type: oneOf(['standard', 'preboot']),
  configPath: t.union([t.string, names]),
  requiredPlugins: names,
  optionalPlugins: names,
  runtimePluginDependencies: names,
  requiredBundles: names,
  extraPublicDirs: names,
  enabledOnAnonymousPages: t.boolean,
};

/** `kibana.jsonc`, the manifest of a plugin in Kibana's repository. */
const PackageManifest = exact(
  {
    type: oneOf(['plugin']),
    id: Text,
    owner: boundedArray(Text, 1, 10),
    plugin: exact({ id: PluginId, browser: t.boolean, server: t.boolean }, common),
  },
  { description: t.string, group: t.string, visibility: t.string, serviceFolders: names },
);

/** `kibana.json`, the manifest of an installed plugin: Kibana does not start with any other field. */
const PluginManifest = refined(
  exact(
    {
      id: PluginId,
      version: Text,
      kibanaVersion: Version,
      owner: exact({ name: Text }, { githubTeam: t.string }),
    },
    { ...common, ui: t.boolean, server: t.boolean, serviceFolders: names, description: t.string },
  ),
  'a plugin whose "server" or "ui" is true',
  ({ server, ui }) => server === true || ui === true,
);
export type PluginManifest = t.TypeOf<typeof PluginManifest>;

/**
 * `kibana.json` for a plugin whose `kibana.jsonc`, parsed, is `source`.
 * @throws Error that names the first field of either that Kibana would refuse
 */
export function pluginManifest(
  source: unknown,
  { version, kibanaVersion }: { readonly version: string; readonly kibanaVersion: string },
): PluginManifest {
  const { owner, description, serviceFolders, plugin } = checked(
    PackageManifest,
    'kibana.jsonc',
    source,
  );
  const { id, browser, server, ...rest } = plugin;
  return parseManifest({
    id,
    version,
    kibanaVersion,
    owner: { name: owner.join(' & ') },
    ...(description !== undefined && { description }),
    ...(serviceFolders !== undefined && { serviceFolders }),
    ui: browser,
    server,
    ...rest,
  });
}

/**
 * Takes a `kibana.json`, parsed, as Kibana does when a plugin is installed and when it starts.
 * @throws Error that names the first field that Kibana would refuse
 */
export const parseManifest = (manifest: unknown): PluginManifest =>
  checked(PluginManifest, 'kibana.json', manifest);

function checked<A>(codec: t.Type<A, unknown>, file: string, input: unknown): A {
  const decoded = decode(codec, input);
  if (decoded.ok) return decoded.value;
  const [problem] = decoded.problems;
  throw new Error(problem && problemText(file, problem));
}
