import { createKeyRoute } from '../../common/http_api/create_key.ts';
import { SUCCESS } from '../audit/audit_event.ts';
import type { Router } from '../kibana.ts';
import { createOnce } from './create_once.ts';
import { defineRoute, NO_STORE } from './define_route.ts';

/** `POST /keys`. */
export const defineCreateRoute = (router: Router): void =>
  defineRoute(router, createKeyRoute, {
    audit: {
      operation: () => 'create',
      subject: ({ body: { name } }) => ({ key_name: name }),
      parts: ({ id }) => [{ result: SUCCESS, key_ids: [id] }],
    },
    headers: NO_STORE,
    answer: ({ elasticsearch, body }) => createOnce(elasticsearch, body),
  });
