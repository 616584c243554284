import { type DeleteKeysBody, deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { deletionParts } from '../audit/deletion_parts.ts';
import { type DeletionProgress, decodeDeletionCursor } from '../elasticsearch/cursor.ts';
import { deleteKeys } from '../elasticsearch/delete_keys.ts';
import { deleteMatchingKeys } from '../elasticsearch/delete_matching_keys.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { withOutcome } from './outcome.ts';
import { cursorRefused } from './request_error.ts';

const DEFAULT_CHUNK = 1000;

/** `POST /_delete`: what became of each id is told, and each is told once. `now` in ms since epoch. */
export const defineDeleteRoute = (router: Router, now: () => number): void =>
  defineRoute(router, deleteKeysRoute, {
    audit: {
      operation: () => 'delete',
      subject: ({ body: { ids, filter } }) => ({
        ...(ids && { key_ids: ids }),
        ...(filter && { filter: JSON.stringify(filter) }),
      }),
      parts: deletionParts,
    },
    async answer({ elasticsearch, body }) {
      const { ids, filter, size = DEFAULT_CHUNK } = body;
      const deletion =
        filter === undefined
          ? deleteKeys(elasticsearch, [...new Set(ids)])
          : deleteMatchingKeys(elasticsearch, { filter, size, progress: progressOf(body) }, now());
      return withOutcome(
        deletion,
        'Some of the keys may have been deleted. It does no harm to send the same again.',
      );
    },
  });

function progressOf({ cursor }: DeleteKeysBody): DeletionProgress | undefined {
  if (cursor === undefined) return undefined;
  const progress = decodeDeletionCursor(cursor);
  if (progress === undefined) throw cursorRefused('the next_cursor of a deletion');
  return progress;
}
