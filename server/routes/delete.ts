import { type DeleteKeysBody, deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { type DeletionProgress, decodeDeletionCursor } from '../elasticsearch/cursor.ts';
import { deleteKeys } from '../elasticsearch/delete_keys.ts';
import { deleteMatchingKeys } from '../elasticsearch/delete_matching_keys.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { cursorRefused } from './request_error.ts';

const DEFAULT_CHUNK = 1000;

/** `POST /_delete`: what became of each id is told, and each is told once. `now` in ms since epoch. */
export const defineDeleteRoute = (router: Router, now: () => number): void =>
  defineRoute(router, deleteKeysRoute, {
    async answer({ elasticsearch, body }) {
      const { ids, filter, size = DEFAULT_CHUNK } = body;
      if (filter === undefined) return deleteKeys(elasticsearch, [...new Set(ids)]);
      const chunk = { filter, size, progress: progressOf(body) };
      return deleteMatchingKeys(elasticsearch, chunk, now());
    },
  });

function progressOf({ cursor }: DeleteKeysBody): DeletionProgress | undefined {
  if (cursor === undefined) return undefined;
  const progress = decodeDeletionCursor(cursor);
  if (progress === undefined) throw cursorRefused('the next_cursor of a deletion');
  return progress;
}
