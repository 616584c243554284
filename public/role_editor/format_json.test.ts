import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatJson } from './format_json.ts';

it('lays a document out, one entry a line', () => {
  expect(formatJson('{"r":{"cluster":["all"],  "indices":[]}}')).toBe(
    '{\n  "r": {\n    "cluster": [\n      "all"\n    ],\n    "indices": []\n  }\n}',
  );
});

it('keeps the value, and what is laid out already', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const formatted = formatJson(text);
      expect(JSON.parse(formatted)).toEqual(JSON.parse(text));
      expect(formatJson(formatted)).toBe(formatted);
    }),
  );
});

it.each(['{"r": {"cluster": [', '{"r": "all', '{r: 12345678901234567890,,}', ''])(
  'changes white space only, also in what is not JSON yet: %s',
  (text) => {
    const bare = (each: string) => each.replaceAll(/\s/g, '');
    expect(bare(formatJson(text))).toBe(bare(text));
  },
);
