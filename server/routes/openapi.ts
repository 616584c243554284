import { openApiRoute } from '../../common/http_api/openapi.ts';
import { openApiDocument } from '../../common/openapi/document.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/** `GET /_openapi`; without Elasticsearch, as it tells nothing that is not public. */
export const defineOpenApiRoute = (router: Router): void => {
  const document = openApiDocument();
  defineRoute(router, openApiRoute, { audit: READS_ONLY, answer: async () => document });
};
