import { problemText } from '../../common/decode.ts';
import { queryKeysRoute } from '../../common/http_api/query_keys.ts';
import { DEFAULT_SORT, type KeyQuery } from '../../common/key_filter.ts';
import { decodeCursor, type Position } from '../elasticsearch/cursor.ts';
import { queryPage } from '../elasticsearch/query_page.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { RequestError } from './request_error.ts';

/** `POST /_query`; `now` gives ms since epoch. */
export const defineQueryRoute = (router: Router, now: () => number): void =>
  defineRoute(router, queryKeysRoute, {
    answer: ({ elasticsearch, body }) => queryPage(elasticsearch, body, positionOf(body), now()),
  });

function positionOf({ cursor, sort = DEFAULT_SORT }: KeyQuery): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor, sort);
  if (position !== undefined) return position;
  const problem = {
    path: ['cursor'],
    expected: 'the next_cursor of a page with the same sort',
    got: 'another text',
  };
  throw new RequestError(400, problemText('request body', problem));
}
