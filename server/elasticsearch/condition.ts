import type { estypes } from '@elastic/elasticsearch';

/** What a key has to fulfil, as a query of `_query/api_key`. */
export type Condition = estypes.SecurityQueryApiKeysApiKeyQueryContainer;

/** All of these hold; with none of them every key matches. */
export const allOf = (conditions: readonly Condition[]) => ({ bool: { filter: [...conditions] } });
/** At least one of these holds. */
export const anyOf = (should: Condition[]): Condition => ({
  bool: { should, minimum_should_match: 1 },
});
/** None of these holds. */
export const noneOf = (conditions: Condition[]): Condition => ({ bool: { must_not: conditions } });
