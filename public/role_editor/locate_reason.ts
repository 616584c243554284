import { type Node, parseTree } from 'jsonc-parser';
import type { JsonProblem } from './json_problem.ts';

/**
 * The place in a JSON text that a reason of Elasticsearch is about, or `undefined`. Its reasons put
 * what they talk about in brackets, the outermost first:
 * `failed to parse role [my-role]. unexpected field [foo]`.
 */
export function locateReason(text: string, reason: string): JsonProblem | undefined {
  const tree = parseTree(text);
  if (tree === undefined) return undefined;
  const words = [...reason.matchAll(/\[([^[\]]+)\]/g)].map((match) => match[1]).reverse();
  for (const word of words) {
    const found = findString(tree, word);
    if (found !== undefined)
      return { from: found.offset, to: found.offset + found.length, message: reason };
  }
  return undefined;
}

/** The first name or string value that is `word`. */
function findString(node: Node, word: string | undefined): Node | undefined {
  if (node.type === 'string') return node.value === word ? node : undefined;
  for (const child of node.children ?? []) {
    const found = findString(child, word);
    if (found !== undefined) return found;
  }
  return undefined;
}
