/** A term of the search text: `kind:managed`, `-kind:managed`, `owner:(alice or "bob b")`. */
export interface SearchTerm {
  readonly what: 'term';
  readonly name: 'owner' | 'id' | 'kind' | 'status' | `metadata.${string}`;
  /** Whether it has a minus before it. */
  readonly isExcluded: boolean;
  /** Any of these; none where nothing follows the colon. */
  readonly values: readonly string[];
  readonly typed: string;
}

/** A part of the search text: beside terms there are words, and phrases with their quotes. */
export type SearchToken = SearchTerm | { readonly what: 'text'; readonly text: string };

const VALUES = '"(?<phrase>[^"]*)"|\\((?<list>(?:"[^"]*"|[^"()])*)\\)|(?<word>\\S*)';
const TERM = `(?<!\\S)(?<minus>-?)(?<name>owner|id|kind|status|metadata\\.[^\\s:"()]+):(?:${VALUES})(?!\\S)`;
const TOKEN = new RegExp(`${TERM}|"[^"]*"|\\S+`, 'gi');

/**
 * Splits a search as a person types it, in the syntax of EUI's search bar. Takes any text: what is no
 * term is a word, with all the quotes, brackets and colons that it has.
 */
export const searchTokens = (search: string): SearchToken[] =>
  [...search.matchAll(TOKEN)].map(toToken);

function toToken({ 0: typed, groups = {} }: RegExpExecArray): SearchToken {
  const { minus, name, phrase, list, word = '' } = groups;
  if (name === undefined) return { what: 'text', text: typed };
  const values = list === undefined ? [phrase ?? word] : valuesOf(list);
  return {
    what: 'term',
    name: termName(name),
    isExcluded: minus === '-',
    values: values.filter((value) => value !== ''),
    typed,
  };
}

/** Without regard to case, which metadata alone has. */
function termName(typed: string): SearchTerm['name'] {
  const [head = '', ...key] = typed.split('.');
  return [head.toLowerCase(), ...key].join('.') as SearchTerm['name'];
}

/** `alice or "bob b"` is `alice` and `bob b`. */
const valuesOf = (list: string): string[] =>
  [...list.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .filter(([typed]) => typed.toLowerCase() !== 'or')
    .map(([typed, phrase]) => phrase ?? typed);
