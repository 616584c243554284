import { KINDS, type Kind, STATUSES, type Status } from '../../common/api_key.ts';
import { both, withParts } from './narrow.ts';
import { type SearchTerm, type SearchToken, searchTokens } from './search_tokens.ts';

/** What a typed search asks for: all of it must hold, of a list any value, of an empty one none. */
export interface ParsedSearch {
  /** The words and phrases, as the server's own search takes them. */
  readonly text: string;
  readonly kinds?: readonly Kind[] | undefined;
  /** With `active` there is always `expiring_soon`, which is a part of it. */
  readonly statuses?: readonly Status[] | undefined;
  readonly owners?: readonly string[] | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  /** The terms that were left out, as what they ask for is not possible. */
  readonly notUnderstood: readonly SearchTerm[];
}

/** Takes any text: what is not understood is told, and the rest holds. */
export const parseSearch = (search: string): ParsedSearch =>
  searchTokens(search).reduce(withToken, { text: '', metadata: {}, notUnderstood: [] });

const withToken = (parsed: ParsedSearch, token: SearchToken): ParsedSearch =>
  token.what === 'text'
    ? withText(parsed, token.text)
    : (withTerm(parsed, token) ?? {
        ...parsed,
        notUnderstood: [...parsed.notUnderstood, token],
      });

const withText = (parsed: ParsedSearch, text: string): ParsedSearch => ({
  ...parsed,
  text: parsed.text === '' ? text : `${parsed.text} ${text}`,
});

/** `undefined` for a term that is not understood. */
function withTerm(parsed: ParsedSearch, term: SearchTerm): ParsedSearch | undefined {
  const { name, values, isExcluded } = term;
  if (values.length === 0) return undefined;
  if (name === 'kind') {
    const kinds = readKinds(term);
    return kinds && { ...parsed, kinds: both(kinds, parsed.kinds) };
  }
  if (name === 'status') {
    const statuses = readStatuses(term);
    return statuses && { ...parsed, statuses: both(statuses, parsed.statuses) };
  }
  if (isExcluded) return undefined;
  if (name === 'owner') return { ...parsed, owners: both(values, parsed.owners) };
  const [value = '', ...others] = values;
  if (others.length > 0) return undefined;
  if (name === 'id') return withText(parsed, /\s/.test(value) ? `"${value}"` : value);
  return withMetadata(parsed, name.slice('metadata.'.length), value);
}

function readKinds({ values, isExcluded }: SearchTerm): readonly Kind[] | undefined {
  const kinds = known(KINDS, values);
  return isExcluded && kinds ? KINDS.filter((kind) => !kinds.includes(kind)) : kinds;
}

function readStatuses({ values, isExcluded }: SearchTerm): readonly Status[] | undefined {
  const statuses = known(STATUSES, values);
  if (statuses === undefined || !isExcluded) return statuses && withParts(statuses);
  // What would be left is not a union of statuses.
  if (statuses.includes('expiring_soon')) return undefined;
  const left = withParts(statuses);
  return STATUSES.filter((status) => !left.includes(status));
}

/** `undefined` where one is not known. */
function known<T extends string>(all: readonly T[], typed: readonly string[]): T[] | undefined {
  const names = typed.map((value) => value.toLowerCase().replaceAll(/[- ]/g, '_'));
  const found = all.filter((value) => names.includes(value));
  return names.every((name) => found.some((value) => value === name)) ? found : undefined;
}

/** The server looks for one value of a key, and for keys without `*`. */
function withMetadata(parsed: ParsedSearch, key: string, value: string): ParsedSearch | undefined {
  const { metadata } = parsed;
  if (key.includes('*')) return undefined;
  if (Object.hasOwn(metadata, key) && metadata[key] !== value) return undefined;
  return { ...parsed, metadata: { ...metadata, [key]: value } };
}
