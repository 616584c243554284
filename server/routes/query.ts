import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { DEFAULT_SORT, type KeyQuery } from '../../common/key_filter.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { decodeCursor } from '../elasticsearch/cursor.ts';
import type { Position } from '../elasticsearch/position.ts';
import { queryPage } from '../elasticsearch/query_page.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { cursorRefused } from './request_error.ts';

/** `POST /_query`; `now` gives ms since epoch. */
export const defineQueryRoute = (router: Router, now: () => number): void =>
  defineRoute(router, queryKeysRoute, {
    audit: READS_ONLY,
    answer: ({ elasticsearch, body, signal }) =>
      queryPage(elasticsearch, body, positionOf(body), now(), signal),
  });

function positionOf({ cursor, sort = DEFAULT_SORT }: KeyQuery): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor, sort);
  if (position === undefined) throw cursorRefused('the next_cursor of a page with the same sort');
  return position;
}
