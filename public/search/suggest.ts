import { KINDS, STATUSES } from '../../common/api_key.ts';
import type { KnownValues } from './known_values.ts';

/** How to go on with a search. */
export interface Suggestion {
  /** `status:` or `status:expired`. */
  readonly term: string;
  /** The whole search with it. */
  readonly search: string;
}

const MAX_SUGGESTIONS = 10;

/** What is being typed at the end of a search: a value after a name, or the beginning of a name. */
const VALUE = /(?<!\S)(?<name>-?[^\s:"()]+):(?<list>\((?:[^()]*\s)?)?(?<start>[^\s"()]*)$/;
const NAME = /(?<!\S)(?<minus>-?)(?<start>[^\s:"()]*)$/;

/** Names of terms that go on from the end of `search`, or values of the term at its end. */
export function suggestionsFor(search: string, known: KnownValues): Suggestion[] {
  if (search.split('"').length % 2 === 0) return []; // within a phrase
  return (valuesAtEnd(search, known) ?? namesAtEnd(search, known)).slice(0, MAX_SUGGESTIONS);
}

function valuesAtEnd(search: string, known: KnownValues): Suggestion[] | undefined {
  const { name, list, start = '' } = VALUE.exec(search)?.groups ?? {};
  if (name === undefined) return undefined;
  const before = search.slice(0, search.length - start.length);
  return valuesOf(name, known)
    .filter((value) => beginsWith(value, start) && value !== start)
    .map(quoted)
    .filter((value) => value !== undefined)
    .map((value) => ({
      term: `${name}:${value}`,
      search: `${before}${value}${list === undefined ? ' ' : ''}`,
    }));
}

function valuesOf(name: string, { owners, metadata }: KnownValues): readonly string[] {
  if (/^-?kind$/i.test(name)) return KINDS;
  if (/^status$/i.test(name)) return STATUSES;
  if (/^-status$/i.test(name)) return STATUSES.filter((status) => status !== 'expiring_soon');
  if (/^owner$/i.test(name)) return owners;
  const key = /^metadata\.(.+)/i.exec(name)?.[1];
  return key === undefined ? [] : [...(metadata.get(key) ?? [])];
}

function namesAtEnd(search: string, { metadata }: KnownValues): Suggestion[] {
  const { minus, start = '' } = NAME.exec(search)?.groups ?? {};
  if (minus === undefined) return [];
  const keys = [...metadata.keys()].filter((key) => /^[^\s:"()*]+$/.test(key));
  const names =
    minus === '-'
      ? ['kind', 'status']
      : ['owner', 'kind', 'status', 'id', ...keys.map((key) => `metadata.${key}`)];
  const before = search.slice(0, search.length - start.length);
  return names
    .filter((name) => beginsWith(name, start))
    .map((name) => ({ term: `${minus}${name}:`, search: `${before}${name}:` }));
}

const beginsWith = (text: string, start: string): boolean =>
  text.toLowerCase().startsWith(start.toLowerCase());

/** As a value has to be typed; `undefined` for one that cannot be. */
function quoted(value: string): string | undefined {
  if (/^[^\s"()][^\s]*$/.test(value)) return value;
  return /^[^"]+$/.test(value) ? `"${value}"` : undefined;
}
