import { testKeyRoute } from '../../common/http_api/test_key.ts';
import { failure, SUCCESS } from '../audit/audit_event.ts';
import { idIn, MALFORMED, testKey } from '../elasticsearch/test_key.ts';
import type { ElasticsearchClient, Router } from '../kibana.ts';
import { defineRoute, NO_STORE } from './define_route.ts';

/** `POST /_test`; `as` gives Elasticsearch as whoever this `Authorization` header names. */
export const defineTestKeyRoute = (
  router: Router,
  as: (authorization: string) => Promise<ElasticsearchClient>,
): void =>
  defineRoute(router, testKeyRoute, {
    audit: {
      operation: () => 'test',
      subject: ({ body: { encoded } }) => ({ key_ids: keyIdsIn(encoded) }),
      parts: (tested) => [{ result: tested.valid ? SUCCESS : failure(tested.reason) }],
    },
    headers: NO_STORE,
    async answer({ elasticsearch, body: { encoded }, signal }) {
      const id = idIn(encoded);
      if (id === undefined) return MALFORMED;
      const asKey = await as(`ApiKey ${encoded}`);
      return testKey({ asKey, asCurrentUser: elasticsearch }, id, signal);
    },
  });

/** None where something else may stand in its place, e.g. a password. */
function keyIdsIn(encoded: string): string[] {
  const id = idIn(encoded) ?? '';
  return /^[\w-]{1,64}$/.test(id) ? [id] : [];
}
