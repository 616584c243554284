import type { estypes } from '@elastic/elasticsearch';
import { updateKeyRoute } from '../../common/http_api/update_key.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `PUT /keys/{id}`: only what is given changes. */
export const defineUpdateRoute = (router: Router): void =>
  defineRoute(router, updateKeyRoute, {
    answer: ({ elasticsearch, params, body }) =>
      elasticsearch.security.updateApiKey({
        id: params.id,
        ...body,
      } as estypes.SecurityUpdateApiKeyRequest),
  });
