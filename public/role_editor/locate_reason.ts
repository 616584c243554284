import { type Node, parseTree } from 'jsonc-parser';
import type { IntlShape } from 'react-intl';
import { childAt, nameOf, nodesAt, type Place, placeOf } from './json_place.ts';
import { type JsonProblem, problemLines } from './json_problem.ts';

/** One thing that Elasticsearch says against role descriptors, and where it is about one. */
interface LocatedReason {
  readonly message: string;
  readonly place: Place | undefined;
}

/**
 * What a reason of Elasticsearch says against a JSON text of role descriptors, part by part, as
 * `Validation Failed: 1: …;2: …;` has several.
 */
function partsOf(text: string, reason: string): LocatedReason[] {
  const tree = parseTree(text);
  return reason
    .replace(/^Validation Failed: (.*);$/s, '$1')
    .split(/(?:^|;)\d+: /)
    .filter((message) => message !== '')
    .map((message, index, messages) => {
      const places = tree === undefined ? [] : placesOf(tree, message);
      // What is wrong in several places is said as often.
      const before = messages.slice(0, index).filter((earlier) => earlier === message).length;
      return { message: brief(message), place: places[before] ?? places[0] };
    });
}

/** Without the names of all privileges that there are: the editor offers them one by one. */
const brief = (message: string): string => message.replaceAll(/\[[^[\]]{200,}\]/g, '[…]');

/** Where one part of a reason can belong. */
const placesOf = (tree: Node, message: string): Place[] =>
  (ruledNodes(tree, message) ?? namedNodes(tree, message)).map(placeOf);

/** What a reason says of places in the text. */
export const locateReasons = (text: string, reason: string): JsonProblem[] =>
  partsOf(text, reason).flatMap(({ message, place }) =>
    place === undefined ? [] : [{ ...place, message }],
  );

/** A line for each part of a reason, with its place; the reason as it is where it names none. */
export function reasonLines(text: string, reason: string, intl: IntlShape): readonly string[] {
  const parts = partsOf(text, reason);
  if (parts.every(({ place }) => place === undefined)) return [reason];
  const lines = parts.flatMap(({ message, place }) =>
    place === undefined ? [message] : problemLines(text, [{ ...place, message }], intl),
  );
  return [...new Set(lines)];
}

type Matches = (node: Node, named: string) => boolean;

/** Elasticsearch gives privileges in lower case. */
const isNamed: Matches = ({ value }, named) =>
  typeof value === 'string' && value.toLowerCase() === named.toLowerCase();
/** Several names are given with commas. */
const areNamed: Matches = ({ value, children = [] }, named) =>
  (value ?? children.map((name) => name.value).join()) === named;
const isReserved: Matches = ({ parent }) =>
  parent !== undefined && String(nameOf(parent)?.value).startsWith('_');

const INDEX_PRIVILEGE = 'indices|index|remote_indices/*/privileges/*';

/** What Elasticsearch says without the role: its words, the path below the role, and which there. */
const RULES: readonly (readonly [RegExp, path: string, matches: Matches])[] = [
  [/cluster privilege \[(.*?)\](?:\. a | exists)/i, 'cluster/*', isNamed],
  [/index privilege \[(.*?)\](?:\. a | exists)/i, INDEX_PRIVILEGE, isNamed],
  [/unknown workflow \[(.*?)\]\. A/i, 'restriction/workflows/*', isNamed],
  [/restriction is not supported|not include restriction/, 'restriction', () => true],
  [/metadata keys may not start/, 'metadata/*', isReserved],
  [/cluster alias cannot be an empty string/, 'remote_indices/*/clusters/*', isNamed],
  [
    /grant access to the failure store/,
    'remote_indices/*/privileges/*',
    ({ value }) => /_failure_store$/i.test(String(value)),
  ],
  [/regular expression pattern \[(.*)\]$/, 'indices|index|remote_indices/*/names/*', isNamed],
  [
    /field permissions must be a subset of the granted fields but (.*) is not a subset/,
    'indices|index|remote_indices/*/field_security/except',
    areNamed,
  ],
  [
    /^(?:An )?application name.*\(found '(.*)'\)/i,
    'applications|application/*/application',
    isNamed,
  ],
  [/privilege names.*\(found '(.*)'\)/, 'applications|application/*/privileges/*', isNamed],
];

function ruledNodes(tree: Node, reason: string): Node[] | undefined {
  for (const [words, path, matches] of RULES) {
    const found = words.exec(reason);
    if (found === null) continue;
    const nodes = nodesAt(tree, ['*', ...path.split('/')]);
    return nodes.filter((node) => matches(node, found[1] ?? ''));
  }
  return undefined;
}

const SECTIONS: readonly (readonly [RegExp, names: string])[] = [
  [/remote.indices privileges/, 'remote_indices'],
  [/indices privileges/, 'indices|index'],
  [/application privileges/, 'applications|application'],
  [/remote_cluster/, 'remote_cluster'],
];

/**
 * Other reasons put what they talk about in brackets, the outermost first: `failed to parse indices
 * privileges for role [r]. unexpected field [foo]`. A word counts only within the role and the part of
 * it that the reason is about; failing that, the role itself is the place.
 */
function namedNodes(tree: Node, reason: string): Node[] {
  const name = /\brole \[(.*?)\]/.exec(reason)?.[1];
  const role = name === undefined ? undefined : childAt(tree, name);
  const section = SECTIONS.find(([words]) => words.test(reason))?.[1];
  const scopes = [
    ...(role === undefined || section === undefined ? [] : nodesAt(role, [section])),
    role ?? tree,
  ];
  const words = [...reason.matchAll(/\[([^[\]]+)\]/g)].map((match) => match[1] ?? '').reverse();
  const found = scopes.flatMap((scope) => words.flatMap((word) => findString(scope, word)));
  return found.length > 0 || role === undefined ? found : [role];
}

/** The names and string values that are `word`, in the order of the text. */
function findString(node: Node, word: string): Node[] {
  if (node.type === 'string') return node.value === word ? [node] : [];
  return (node.children ?? []).flatMap((child) => findString(child, word));
}
