import { openApiRoute } from '../../common/http_api/openapi.ts';
import { READS_ONLY } from '../audit/route_audit.ts';
import type { Router } from '../kibana.ts';
import { defineRoute } from './define_route.ts';

/**
 * `GET /_openapi`; without Elasticsearch, as it tells nothing that is not public. What the document is
 * made of is loaded when somebody asks for it.
 */
export const defineOpenApiRoute = (router: Router): void =>
  defineRoute(router, openApiRoute, {
    audit: READS_ONLY,
    async answer() {
      const { openApiDocument } = await import('../../common/openapi/document.ts');
      return openApiDocument();
    },
  });
