import type { CoreSetup, Plugin } from './kibana.ts';
import { defineRoutes } from './routes/index.ts';

/** The server side of the plugin: its HTTP API. */
export class ProjectApiKeysPlugin implements Plugin {
  setup({ elasticsearch, http }: CoreSetup): void {
    defineRoutes(http.createRouter(), {
      now: Date.now,
      ...(elasticsearch.publicBaseUrl !== undefined && {
        elasticsearchUrl: elasticsearch.publicBaseUrl,
      }),
    });
  }

  start(): void {}

  stop(): void {}
}
