import { elasticsearchFailure } from '../../../common/elasticsearch_failure.ts';
import type { KeyFilter } from '../../../common/key_filter.ts';
import { audited } from '../../audit/audited.ts';
import { deletionParts } from '../../audit/deletion_parts.ts';
import { DELETION_SORT } from '../../elasticsearch/cursor.ts';
import { deleteKeys } from '../../elasticsearch/delete_keys.ts';
import { filterCondition } from '../../elasticsearch/key_conditions.ts';
import { pageOfKeys } from '../../elasticsearch/page_of_keys.ts';
import type { Position } from '../../elasticsearch/position.ts';
import type { TaskCall } from '../background_task.ts';

const PAGE = {
  sort: DELETION_SORT,
  size: 1000,
  filter_path: 'total,api_keys.id,api_keys.username,api_keys._sort',
};

interface Deletion {
  /** How many keys of each owner. */
  readonly deleted: ReadonlyMap<string, number>;
  /** Why there may be others: for each key that could not be deleted, and for an early end. */
  readonly failures: readonly string[];
}

/**
 * Invalidates all matching keys, two requests for a thousand. Ends early where `signal` aborts; the
 * next run goes on.
 * @throws what Elasticsearch refuses, as long as nothing is deleted
 */
export async function deleteAndCount(
  filter: KeyFilter,
  { elasticsearch, audit, now, signal }: TaskCall,
): Promise<Deletion> {
  const deleted = new Map<string, number>();
  const failures: string[] = [];
  let position: Position | undefined;
  try {
    do {
      const { keys, next } = await pageOfKeys(
        elasticsearch,
        { ...PAGE, query: filterCondition(filter, now), position },
        { signal },
      );
      if (keys.length === 0) break;
      const ids = keys.map(({ id }) => id);
      const result = await audited(
        { log: audit, name: 'delete', subject: { key_ids: ids }, parts: deletionParts },
        () => deleteKeys(elasticsearch, ids),
      );
      const gone = new Set(result.deleted);
      for (const { id, username } of keys)
        if (gone.has(id)) deleted.set(username, (deleted.get(username) ?? 0) + 1);
      failures.push(...result.failed.map(({ reason }) => reason));
      // What is gone cannot come again, so that any number of ties is stepped over.
      position = next && { at: next.at, given: next.given.filter((id) => !gone.has(id)) };
    } while (position !== undefined && !signal.aborted);
    return { deleted, failures };
  } catch (error) {
    const failure = elasticsearchFailure(error);
    if (failure === undefined || deleted.size === 0) throw error;
    return { deleted, failures: [...failures, failure.message] };
  }
}
