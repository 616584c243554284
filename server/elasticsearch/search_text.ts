import type { estypes } from '@elastic/elasticsearch';

/**
 * Keys whose name or owner contains the text in any case, or whose id it is. What a person types is
 * taken literally, wildcards too.
 */
export function searchCondition(text: string): estypes.SecurityQueryApiKeysApiKeyQueryContainer {
  const contained = spellings(text).map((spelling) => ({
    value: `*${spelling.replaceAll(/[\\*?]/g, '\\$&')}*`,
    case_insensitive: true,
  }));
  const should = [
    ...contained.flatMap((pattern) => [
      { wildcard: { name: pattern } },
      { wildcard: { username: pattern } },
    ]),
    { ids: { values: [text] } },
  ];
  return { bool: { should, minimum_should_match: 1 } };
}

/**
 * Elasticsearch ignores the case of ASCII letters only. For the others there are the usual ways to
 * write a text: as typed, in lower case, in capitals, and with capitals at the words' beginnings.
 */
function spellings(text: string): string[] {
  const lower = text.toLowerCase();
  const capitalised = lower.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const different = new Map(
    [text, lower, text.toUpperCase(), capitalised].map((spelling) => [
      spelling.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
      spelling,
    ]),
  );
  return [...different.values()];
}
