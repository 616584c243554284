import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as t from 'io-ts';
import { type Node, parseTree } from 'jsonc-parser';
import { createIntl } from 'react-intl';
import { Metadata } from '../../common/metadata.ts';
import { RoleDescriptors } from '../../common/role_descriptors.ts';
import {
  INVALID_ROLE_DESCRIPTORS,
  VALID_ROLE_DESCRIPTORS,
} from '../../test/helpers/role_descriptor_cases.ts';
import { checkJson } from './check_json.ts';

const intl = createIntl({ locale: 'en' });

/** The text without its marks `«` and `»`, and the places that they enclose. */
function marked(source: string) {
  const places = [...source.matchAll(/«([^»]*)»/g)].map((match, index) => {
    const from = match.index - 2 * index;
    return { from, to: from + (match[1] ?? '').length };
  });
  return { text: source.replaceAll(/[«»]/g, ''), places };
}

const problemsOf = (text: string, codec: t.Mixed = RoleDescriptors) => {
  const checked = checkJson(text, codec, intl);
  return checked.ok ? [] : checked.problems;
};

const messagesOf = (source: string, codec: t.Mixed = RoleDescriptors): string[] => {
  const { text, places } = marked(source);
  const problems = problemsOf(text, codec);
  expect(problems.map(({ from, to }) => ({ from, to }))).toEqual(places);
  return problems.map(({ message }) => message);
};

describe('a slip of syntax is shown where it is', () => {
  it.each([
    ['|', 'expected a value'],
    ['{|', 'expected a comma or a closing brace'],
    ['{\n  "r" |{}\n}', 'expected a colon'],
    ['{|r: {}}', 'JSON has no such word; names and strings are in double quotes'],
    ['{"r": {},|,}', 'expected a field name in double quotes'],
    ['{"r": {} |"s": {}}', 'expected a comma'],
    ['{"r": {"cluster": ["all"|}}', 'expected a comma'],
    ['{"r": {"cluster": ["all"|', 'expected a comma or a closing bracket'],
    ['{"r": {"cluster": [|"all]}}', 'the string has no closing quote'],
    ['{"r": |"\\x"}', 'JSON has no such escape sequence'],
    ['|// roles\n{}', 'JSON has no comments'],
    ['{}|}', 'expected nothing more'],
  ])('%j', (source, message) => {
    const [problem] = problemsOf(source.replace('|', ''));
    expect(problem).toMatchObject({ from: source.indexOf('|'), message });
  });

  it('and only the first one', () => {
    expect(problemsOf('{a: b, c: d}')).toHaveLength(1);
  });
});

describe('what is not a role descriptor is shown where it is', () => {
  it.each([
    ['{"r": {"cluster": [«5», "all"]}}', ['expected a string, got 5']],
    ['{«"r"»: []}', ['expected an object, got an array']],
    ['«[»]', ['expected an object, got an array']],
    [
      '{"r": {"indices": [{"names": «5», "privileges": ["all"]}]}}',
      ['expected a string or an array, got 5'],
    ],
    [
      '{"r": {"indices": [{"names": ["a"], "privileges": ["all"]}, «{»"names": ["b"]}]}}',
      ['“privileges” is missing: expected a non-empty array of strings'],
    ],
    [
      '{"r": {"cluster": «1»}, "s": {"run_as": «2»}}',
      ['expected an array or null, got 1', 'expected an array or null, got 2'],
    ],
  ])('%j', (source, messages) => {
    expect(messagesOf(source)).toEqual(messages);
  });

  it('an unknown field with those that there are', () => {
    expect(messagesOf('{"r": {«"indcies"»: [{}]}}')).toEqual([
      expect.stringMatching(/^expected one of the fields cluster, indices, .*, got an array$/),
    ]);
  });
});

// Elasticsearch and the server say the same of these: test/api_integration/role_descriptors.test.ts.
describe('what Elasticsearch refuses is marked at the place that it is about', () => {
  it.each(INVALID_ROLE_DESCRIPTORS)('%s: %j', (path, descriptors) => {
    const text = JSON.stringify(descriptors, null, 2);
    const [problem, ...others] = problemsOf(text);
    expect(others).toEqual([]);
    const part = partAt(text, path.split('/').slice(1));
    expect([part.offset, valueIn(part).offset]).toContain(problem?.from);
  });

  it.each(VALID_ROLE_DESCRIPTORS.map((each) => [each]))('and nothing of %j', (descriptors) => {
    expect(problemsOf(JSON.stringify(descriptors, null, 2))).toEqual([]);
  });
});

const valueIn = (part: Node): Node =>
  part.type === 'property' ? (part.children?.[1] ?? part) : part;

/** The field with its name, or the entry; where there is none, that which lacks it. */
function partAt(text: string, keys: readonly string[]): Node {
  let part = parseTree(text) as Node;
  for (const key of keys) {
    const value = valueIn(part);
    const next =
      value.type === 'array'
        ? value.children?.[Number(key)]
        : value.children?.find(({ children = [] }) => children[0]?.value === key);
    if (next === undefined) return part;
    part = next;
  }
  return part;
}

it('names that begin with an underscore are refused in metadata', () => {
  expect(messagesOf('{"_team": «1»}', Metadata)).toEqual([
    expect.stringContaining('does not begin with an underscore'),
  ]);
});

it('a field that is given twice is refused, as one of its values would be lost', () => {
  expect(messagesOf('{"r": {}, «"r"»: {}, "s": {"metadata": {"a": {"b": 1, «"b"»: 2}}}}')).toEqual([
    '“r” is given twice',
    '“b” is given twice',
  ]);
});

describe('for every text', () => {
  const anything = t.unknown;

  it('that JSON.stringify gives, the value is read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(checkJson(text, anything, intl)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  it('it is JSON here exactly where it is for JSON.parse', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(3),
        fc.string({ maxLength: 2, unit: fc.constantFrom(...'{}[],:"\\1.e-tn \t/*') }),
      )
      .map(([text, at, cut, put]) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + put + text.slice(from + cut);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const [problem] = problemsOf(text, anything);
        const isJson = canParse(text);
        expect(problem === undefined || / twice$/.test(problem.message)).toBe(isJson);
        if (problem !== undefined) expect(problem.from).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
