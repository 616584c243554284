import type { Node } from 'jsonc-parser';
import { fromPointer } from '../../common/json_pointer.ts';

/** A range of a text: offsets in UTF-16 units, `to` exclusive. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where to mark a node: a scalar itself; an object or array by its name, or else its bracket. */
export function placeOf(node: Node): Place {
  const name = node.parent?.type === 'property' ? nameOf(node.parent) : undefined;
  const { offset, length } =
    node.children === undefined ? node : (name ?? { offset: node.offset, length: 1 });
  return { from: offset, to: offset + length };
}

/** The name of a property, as a node. */
export const nameOf = (property: Node): Node | undefined => property.children?.[0];

/** What an object has under a name, or an array at an index. */
export function childAt({ type, children = [] }: Node, key: string): Node | undefined {
  if (type === 'array') return children[Number(key)];
  return children.find((property) => nameOf(property)?.value === key)?.children?.[1];
}

/** The node that a JSON pointer (RFC 6901) leads to: `/r/indices/0/names`. */
export const nodeAtPointer = (tree: Node, pointer: string): Node | undefined =>
  fromPointer(pointer).reduce<Node | undefined>((node, key) => node && childAt(node, key), tree);

/**
 * All nodes that a path leads to, in the order of the text. Each step is a name, several names as
 * `a|b`, or `*` for whatever there is: all in an array or object, or else the value itself.
 */
export function nodesAt(tree: Node, path: readonly string[]): Node[] {
  const step = (node: Node, names: string): Node[] =>
    names === '*' ? valuesIn(node) : names.split('|').flatMap((name) => childAt(node, name) ?? []);
  return path.reduce((nodes, names) => nodes.flatMap((node) => step(node, names)), [tree]);
}

function valuesIn(node: Node): Node[] {
  const { type, children = [] } = node;
  if (type === 'object') return children.flatMap(({ children: [, value] = [] }) => value ?? []);
  return type === 'array' ? children : [node];
}
