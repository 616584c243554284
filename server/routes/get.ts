import { getKeyRoute } from '../../common/http_api/get_key.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { allOf } from '../elasticsearch/condition.ts';
import { queryKeys } from '../elasticsearch/key_requests.ts';
import { toApiKey } from '../elasticsearch/to_api_key.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { RequestError } from './request_error.ts';

/**
 * `GET /keys/{id}`; `now` gives ms since epoch. Asks by a query, because Elasticsearch shows a key
 * by its id only to those who may see all keys, while a query shows their own to everybody.
 */
export const defineGetRoute = (router: Router, now: () => number): void =>
  defineRoute(router, getKeyRoute, {
    audit: READS_ONLY,
    async answer({ elasticsearch, params, query, signal }) {
      const { api_keys } = await queryKeys(
        elasticsearch,
        {
          query: allOf([{ ids: { values: [params.id] } }, { term: { invalidated: false } }]),
          with_limited_by: query.with_limited_by === 'true',
        },
        { signal },
      );
      const [found] = api_keys;
      if (found === undefined) throw new RequestError(404, `No API key has the id [${params.id}]`);
      return { key: toApiKey(found, now()) };
    },
  });
