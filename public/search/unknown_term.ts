import { searchTokens } from './search_tokens.ts';

/** The first word of a search that looks like a term but is none, such as `user:alice`. */
export function unknownTerm(search: string): string | undefined {
  const words = searchTokens(search).map((token) => (token.what === 'text' ? token.text : ''));
  return words.find((word) => /^-?\p{L}[\w.-]*:(?!\/\/)./u.test(word));
}
