import { describe, expect, it } from '@jest/globals';
import { type Node, parseTree } from 'jsonc-parser';
import { nodeAtPointer, nodesAt, placeOf } from './json_place.ts';

const TEXT = '{"a/b": {"list": [1, {"x~y": "z"}]}, "": 2, "c": {"list": [3]}}';
const tree = parseTree(TEXT) as Node;
const shown = (node: Node): string => {
  const { from, to } = placeOf(node);
  return TEXT.slice(from, to);
};

describe('a JSON pointer leads to', () => {
  it.each([
    ['', '{'],
    ['/', '2'],
    ['/a~1b', '"a/b"'],
    ['/a~1b/list', '"list"'],
    ['/a~1b/list/0', '1'],
    ['/a~1b/list/1', '{'],
    ['/a~1b/list/1/x~0y', '"z"'],
  ])('%j: %s', (pointer, place) => {
    const node = nodeAtPointer(tree, pointer);
    expect(node && shown(node)).toBe(place);
  });

  it.each(['/a', '/c/list/1', '/c/list/x', '/c/list/0/y'])('nothing: %j', (pointer) => {
    expect(nodeAtPointer(tree, pointer)).toBeUndefined();
  });
});

describe('a path leads to all', () => {
  it.each([
    [
      ['*', 'list'],
      ['"list"', '"list"'],
    ],
    [
      ['a/b|c', 'list', '*'],
      ['1', '{', '3'],
    ],
    [['', '*'], ['2']],
    [['*', 'gone', '*'], []],
  ])('%j', (path, places) => {
    expect(nodesAt(tree, path).map(shown)).toEqual(places);
  });
});
