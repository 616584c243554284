import { findOwnersRoute } from '../../common/http_api/find_owners.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import { findOwners } from '../elasticsearch/find_owners.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `POST /_find_owners`; `now` gives ms since epoch. */
export const defineFindOwnersRoute = (router: Router, now: () => number): void =>
  defineRoute(router, findOwnersRoute, {
    audit: READS_ONLY,
    answer: ({ elasticsearch, body, signal }) =>
      findOwners(elasticsearch, body.username, body.filter ?? {}, now(), signal),
  });
