import type { KeyPage } from '../../common/http_api/query_keys.ts';

/** What the keys in sight have, to suggest it. */
export interface KnownValues {
  readonly owners: readonly string[];
  /** The values of each key of the metadata that are texts, numbers or booleans. */
  readonly metadata: ReadonlyMap<string, ReadonlySet<string>>;
}

export function knownValues(page: KeyPage | undefined): KnownValues {
  const metadata = new Map<string, Set<string>>();
  for (const [key, value] of page?.keys.flatMap((each) => Object.entries(each.metadata)) ?? []) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) continue;
    metadata.set(key, (metadata.get(key) ?? new Set()).add(String(value)));
  }
  return { owners: page?.counts.owners.map(({ username }) => username) ?? [], metadata };
}
