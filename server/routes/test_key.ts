import { testKeyRoute } from '../../common/http_api/test_key.ts';
import { idIn, MALFORMED, testKey } from '../elasticsearch/test_key.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import { defineRoute, NO_STORE } from './define_route.ts';

/** `POST /_test`; `as` gives Elasticsearch as whoever this `Authorization` header names. */
export const defineTestKeyRoute = (
  router: Router,
  as: (authorization: string) => Promise<ElasticsearchClient>,
): void =>
  defineRoute(router, testKeyRoute, {
    headers: NO_STORE,
    async answer({ elasticsearch, body: { encoded }, signal }) {
      const id = idIn(encoded);
      if (id === undefined) return MALFORMED;
      const asKey = await as(`ApiKey ${encoded}`);
      return testKey({ asKey, asCurrentUser: elasticsearch }, id, signal);
    },
  });
