import type { Router } from '../kibana.ts';
import { defineCapabilitiesRoute } from './capabilities.ts';
import { defineCreateRoute } from './create.ts';
import { defineDeleteRoute } from './delete.ts';
import { defineGetRoute } from './get.ts';
import { defineQueryRoute } from './query.ts';
import { defineUpdateRoute } from './update.ts';

interface RouteOptions {
  /** ms since epoch */
  readonly now: () => number;
  readonly elasticsearchUrl?: string;
}

/** The plugin's whole HTTP API. */
export function defineRoutes(router: Router, { now, elasticsearchUrl }: RouteOptions): void {
  defineCapabilitiesRoute(router, elasticsearchUrl);
  defineQueryRoute(router, now);
  defineCreateRoute(router);
  defineGetRoute(router, now);
  defineUpdateRoute(router);
  defineDeleteRoute(router);
}
