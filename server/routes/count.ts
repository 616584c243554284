import { countKeysRoute } from '../../common/http_api/count_keys.ts';
import { filterCondition } from '../elasticsearch/key_conditions.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `POST /_count`; `now` gives ms since epoch. */
export const defineCountRoute = (router: Router, now: () => number): void =>
  defineRoute(router, countKeysRoute, {
    async answer({ elasticsearch: { security }, body: { filter }, signal }) {
      const query = filterCondition(filter, now());
      const { total } = await security.queryApiKeys({ size: 0, query }, { signal });
      return { count: total };
    },
  });
