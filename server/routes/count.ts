import { countKeysRoute } from '../../common/http_api/count_keys.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { filterCondition } from '../elasticsearch/key_conditions.ts';
import { queryKeys } from '../elasticsearch/key_requests.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `POST /_count`; `now` gives ms since epoch. */
export const defineCountRoute = (router: Router, now: () => number): void =>
  defineRoute(router, countKeysRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, body: { filter }, signal }) {
      const query = filterCondition(filter, now());
      const { total } = await queryKeys(elasticsearch, { size: 0, query }, { signal });
      return { count: total };
    },
  });
