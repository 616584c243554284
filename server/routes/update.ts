import type { estypes } from '@elastic/elasticsearch';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import { updateKey } from '../elasticsearch/key_requests.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';
import { withOutcome } from './outcome.ts';
import { RequestError } from './request_error.ts';

/** In place of an id it leads to another route of Elasticsearch, so it is no key's id. */
const OTHER_ROUTE = '_bulk_update';

/** `PUT /keys/{id}`: only what is given changes. */
export const defineUpdateRoute = (router: Router): void =>
  defineRoute(router, updateKeyRoute, {
    audit: {
      operation: () => 'update',
      subject: ({ params: { id } }) => ({ key_ids: [id] }),
    },
    async answer({ elasticsearch, params: { id }, body }) {
      if (id === OTHER_ROUTE) throw new RequestError(404, `No API key has the id [${id}].`);
      return withOutcome(
        updateKey(elasticsearch, { id, ...body } as estypes.SecurityUpdateApiKeyRequest),
        'The key may have been changed all the same. It does no harm to send the same again.',
      );
    },
  });
