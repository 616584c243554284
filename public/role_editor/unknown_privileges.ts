import type { Node } from 'jsonc-parser';
import type { IntlShape } from 'react-intl';
import {
  CLUSTER_PRIVILEGES,
  REMOTE_CLUSTER_PRIVILEGES,
} from '../../common/privileges/cluster_privileges.ts';
import { INDEX_PRIVILEGES } from '../../common/privileges/index_privileges.ts';
import { nodesAt, placeOf } from './json_place.ts';
import type { JsonProblem } from './json_problem.ts';

const PLACES = [
  { path: ['*', 'cluster', '*'], known: CLUSTER_PRIVILEGES },
  { path: ['*', 'indices|index|remote_indices', '*', 'privileges', '*'], known: INDEX_PRIVILEGES },
  { path: ['*', 'remote_cluster', '*', 'privileges', '*'], known: REMOTE_CLUSTER_PRIVILEGES },
] as const;

/**
 * Names in role descriptors that are no privilege known here. Only Elasticsearch, which may be newer,
 * can say that they are wrong. Patterns of actions have a colon and are left alone.
 */
export const unknownPrivileges = (tree: Node, intl: IntlShape): JsonProblem[] =>
  PLACES.flatMap(({ path, known }) => {
    const names = known.map(({ name }) => name);
    return nodesAt(tree, path).flatMap((node) =>
      typeof node.value !== 'string' || node.value.includes(':') || isIn(names, node.value)
        ? []
        : [{ ...placeOf(node), message: doubt(node.value, names, intl) }],
    );
  });

/** Elasticsearch takes them in any case. */
const isIn = (names: readonly string[], name: string): boolean =>
  names.includes(name.toLowerCase());

function doubt(name: string, names: readonly string[], intl: IntlShape): string {
  const closest = closestTo(name.toLowerCase(), names);
  return closest === undefined
    ? intl.formatMessage(
        {
          id: 'projectApiKeys.json.unknownPrivilege',
          defaultMessage: '“{name}” is no privilege known here; Elasticsearch may refuse it',
        },
        { name },
      )
    : intl.formatMessage(
        {
          id: 'projectApiKeys.json.misspeltPrivilege',
          defaultMessage: '“{name}” is no privilege known here. Did you mean “{closest}”?',
        },
        { name, closest },
      );
}

/** The name that differs in the fewest characters, if that is about a third of them or less. */
function closestTo(name: string, names: readonly string[]): string | undefined {
  const [closest] = names
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .filter((each) => each.distance <= Math.ceil(name.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return closest?.candidate;
}

/** How many characters to add, drop or change (Levenshtein), row by row of the usual table. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, character] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++)
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
          (row[column - 1] ?? 0) + (b[column - 1] === character ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
