import type * as t from 'io-ts';
import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { IntlShape } from 'react-intl';
import { decode, type Problem } from '../../common/decode.ts';
import { childAt, nameOf, placeOf } from './json_place.ts';
import type { JsonProblem } from './json_problem.ts';
import { syntaxMessage } from './syntax_message.ts';

export type JsonCheck<A> =
  | { readonly ok: true; readonly value: A }
  | { readonly ok: false; readonly problems: readonly JsonProblem[] };

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/**
 * Reads a JSON text by a codec and says where in the text something is wrong: the first slip of
 * syntax (RFC 8259), else every field that is given twice, else all that the codec refuses.
 */
export function checkJson<A>(
  text: string,
  codec: t.Type<A, unknown>,
  intl: IntlShape,
): JsonCheck<A> {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, STRICT);
  if (tree === undefined || errors.length > 0) {
    const { error, offset, length } = errors[0] ?? { error: 0, offset: 0, length: 0 };
    return failed([{ from: offset, to: offset + length, message: syntaxMessage(error, intl) }]);
  }
  const repeated = repeatedNames(tree);
  if (repeated.length > 0) return failed(repeated.map((name) => repeatedName(name, intl)));
  const decoded = decode(codec, JSON.parse(text));
  if (decoded.ok) return decoded;
  return failed(decoded.problems.map((problem) => refusal(tree, problem, intl)));
}

const failed = (problems: JsonProblem[]): JsonCheck<never> => ({
  ok: false,
  problems: problems.sort((a, b) => a.from - b.from),
});

function refusal(tree: Node, { path, expected, got }: Problem, intl: IntlShape): JsonProblem {
  const { node, missing } = follow(tree, path);
  const message =
    missing === undefined
      ? intl.formatMessage(
          {
            id: 'projectApiKeys.json.unexpected',
            defaultMessage: 'expected {expected}, got {got}',
          },
          { expected, got },
        )
      : intl.formatMessage(
          {
            id: 'projectApiKeys.json.missing',
            defaultMessage: '“{field}” is missing: expected {expected}',
          },
          { field: missing, expected },
        );
  return { ...placeOf(node), message };
}

/** The node at a path or, where it ends early, the innermost one on the way and what it lacks. */
function follow(tree: Node, path: readonly string[]): { node: Node; missing?: string } {
  let node = tree;
  for (const key of path) {
    const next = childAt(node, key);
    if (next === undefined) return { node, missing: key };
    node = next;
  }
  return { node };
}

/** Every name that its object already has: of the two values one would silently be lost. */
function repeatedNames({ type, children = [] }: Node): Node[] {
  const inside = children.flatMap(repeatedNames);
  if (type !== 'object') return inside;
  const names = children.map(nameOf).filter((name) => name !== undefined);
  const seen = new Set<unknown>();
  return [...names.filter(({ value }) => seen.size === seen.add(value).size), ...inside];
}

const repeatedName = (name: Node, intl: IntlShape): JsonProblem => ({
  ...placeOf(name),
  message: intl.formatMessage(
    { id: 'projectApiKeys.json.repeated', defaultMessage: '“{field}” is given twice' },
    { field: String(name.value) },
  ),
});
