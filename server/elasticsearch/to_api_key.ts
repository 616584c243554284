import type { estypes } from '@elastic/elasticsearch';
import { type ApiKey, kindOf, statusAt } from '../../common/api_key.ts';

/** A key as Elasticsearch describes it, with `kind` and its `status` at `now` (ms since epoch). */
export function toApiKey(found: estypes.SecurityApiKey, now: number): ApiKey {
  const { invalidated, invalidation, _sort, ...described } = found;
  const key = { ...described, ...withoutGaps(found) } as Omit<ApiKey, 'kind' | 'status'>;
  return { ...key, kind: kindOf(key), status: statusAt(key.expiration, now) };
}

/** Old versions of Elasticsearch made keys without a name, a type or metadata. */
const withoutGaps = ({ name, type, metadata }: Partial<estypes.SecurityApiKey>) => ({
  name: name ?? null,
  type: type ?? 'rest',
  metadata: metadata ?? {},
});
