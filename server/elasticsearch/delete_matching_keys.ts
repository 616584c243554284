import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { KeyFilter } from '../../common/key_filter.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { DELETION_SORT, type DeletionProgress, encodeDeletionCursor } from './cursor.ts';
import { deleteKeys } from './delete_keys.ts';
import { filterCondition } from './key_conditions.ts';
import { pageOfKeys } from './page_of_keys.ts';
import type { Position } from './position.ts';

interface Chunk {
  readonly filter: KeyFilter;
  /** How many keys at most, up to 1000. */
  readonly size: number;
  /** What the former chunk has left; absent on the first. */
  readonly progress?: DeletionProgress | undefined;
}

/**
 * Invalidates the next keys that match, the oldest first. What fails is stepped over by the next
 * chunk, and all chunks together try no more keys than matched at the beginning, so that they end
 * however many are made meanwhile. A chunk that fails as a whole can be repeated. `now` in ms since
 * epoch.
 */
export async function deleteMatchingKeys(
  elasticsearch: ElasticsearchClient,
  { filter, size, progress }: Chunk,
  now: number,
): Promise<DeleteResult> {
  const { keys, total, next } = await pageOfKeys(elasticsearch, {
    query: filterCondition(filter, now),
    sort: DELETION_SORT,
    size: Math.min(size, progress?.left ?? size),
    position: progress?.position,
    filter_path: 'total,api_keys.id,api_keys._sort',
  });
  const ids = keys.map(({ id }) => id);
  const result = ids.length === 0 ? NOTHING : await deleteKeys(elasticsearch, ids);
  const gone = new Set([...result.deleted, ...result.already_deleted, ...result.not_found]);
  const left = (progress?.left ?? total) - ids.length;
  return {
    ...result,
    remaining: total - gone.size,
    next_cursor:
      next && left > 0 ? encodeDeletionCursor({ position: without(gone, next), left }) : null,
  };
}

/** Keys that are gone cannot come back: so that any number of ties fits into a cursor. */
const without = (gone: ReadonlySet<string>, { at, given }: Position): Position => ({
  at,
  given: given.filter((id) => !gone.has(id)),
});

const NOTHING: DeleteResult = { deleted: [], already_deleted: [], not_found: [], failed: [] };
