import { MAX_SEARCH_LENGTH } from '../../common/key_filter.ts';
import { anyOf, type Condition } from './condition.ts';

/**
 * Each word of the text and each phrase in double quotes is part of the name or the owner in any
 * case, or the whole id. What a person types is taken literally, wildcards too.
 */
export const searchConditions = (text: string): Condition[] =>
  wordsOf(text).map((word) =>
    anyOf([...contains('name', word), ...contains('username', word), { ids: { values: [word] } }]),
  );

/** The different ones; a quote without a second one belongs to its word. */
function wordsOf(text: string): string[] {
  const found = [...text.matchAll(/"([^"]*)"|\S+/g)].map(([word, phrase]) => phrase ?? word);
  return [...new Set(found)].filter((word) => word !== '');
}

/** Where one of these holds, the field contains the text in any case. */
export const contains = (field: 'name' | 'username', text: string): Condition[] =>
  spellings(text).map((spelling) => {
    const value = `*${spelling.replaceAll(/[\\*?]/g, '\\$&')}*`;
    return { wildcard: { [field]: { value, case_insensitive: true } } };
  });

/**
 * Elasticsearch ignores the case of ASCII letters only. For the others there are the usual ways to
 * write a text: as typed, in lower case, in capitals, and with capitals at the words' beginnings. Some
 * letters become several; what is too long then for Elasticsearch is left out.
 */
function spellings(text: string): string[] {
  const lower = text.toLowerCase();
  const capitalised = lower.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const different = new Map(
    [text, lower, text.toUpperCase(), capitalised]
      .filter(({ length }) => length <= MAX_SEARCH_LENGTH)
      .map((spelling) => [
        spelling.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
        spelling,
      ]),
  );
  return [...different.values()];
}
