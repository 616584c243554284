import { deleteKeysRoute } from '../../common/http_api/delete_keys.ts';
import { deleteKeys } from '../elasticsearch/delete_keys.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `POST /_delete`: what became of each id is told, and each is told once. */
export const defineDeleteRoute = (router: Router): void =>
  defineRoute(router, deleteKeysRoute, {
    answer: ({ elasticsearch, body }) => deleteKeys(elasticsearch, [...new Set(body.ids)]),
  });
