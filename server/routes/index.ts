import type { ElasticsearchClient, Router } from '../kibana.ts';
import type { BackgroundTasks } from '../tasks/background_tasks.ts';
import { defineCapabilitiesRoute } from './capabilities.ts';
import { defineCheckPrivilegesRoute } from './check_privileges.ts';
import { defineCountRoute } from './count.ts';
import { defineCreateRoute } from './create.ts';
import { defineDeleteRoute } from './delete.ts';
import { defineExportRoute } from './export.ts';
import { defineFindOwnersRoute } from './find_owners.ts';
import { defineGetRoute } from './get.ts';
import { defineIndexNamesRoute } from './index_names.ts';
import { defineOpenApiRoute } from './openapi.ts';
import { defineQueryRoute } from './query.ts';
import { defineRotateRoute } from './rotate.ts';
import { defineChangeTaskRoute, defineListTasksRoute, defineRunTaskRoute } from './tasks.ts';
import { defineTestKeyRoute } from './test_key.ts';
import { defineUpdateRoute } from './update.ts';

interface RouteOptions {
  /** ms since epoch */
  readonly now: () => number;
  /** Elasticsearch as whoever this `Authorization` header names. */
  readonly elasticsearchAs: (authorization: string) => Promise<ElasticsearchClient>;
  readonly elasticsearchUrl?: string;
  readonly tasks: BackgroundTasks;
}

/** The plugin's whole HTTP API. */
export function defineRoutes(router: Router, options: RouteOptions): void {
  const { now, elasticsearchAs, elasticsearchUrl, tasks } = options;
  defineCapabilitiesRoute(router, elasticsearchUrl);
  defineQueryRoute(router, now);
  defineCountRoute(router, now);
  defineCreateRoute(router);
  defineGetRoute(router, now);
  defineUpdateRoute(router);
  defineDeleteRoute(router, now);
  defineExportRoute(router, now);
  defineFindOwnersRoute(router, now);
  defineIndexNamesRoute(router);
  defineRotateRoute(router, now);
  defineCheckPrivilegesRoute(router);
  defineTestKeyRoute(router, elasticsearchAs);
  defineListTasksRoute(router, tasks);
  defineChangeTaskRoute(router, tasks);
  defineRunTaskRoute(router, tasks);
  defineOpenApiRoute(router);
}
