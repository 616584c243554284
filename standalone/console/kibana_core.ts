import type { Server } from '@hapi/hapi';
import type { CoreSetup, CoreStart } from '../../server/index.ts';
import type { AuditTrail } from './audit_trail.ts';
import type { Background } from './background.ts';
import { createApiKeysService } from './elasticsearch/api_keys_service.ts';
import type { Elasticsearch } from './elasticsearch/client.ts';
import { createRouter, rawRequest } from './http/router.ts';
import { currentUserClient } from './session/authentication.ts';
import { hasOwnUser } from './settings/background_settings.ts';
import type { Settings } from './settings/known_settings.ts';

export interface CoreParts {
  readonly settings: Settings;
  readonly server: Server;
  readonly elasticsearch: Elasticsearch;
  readonly background: Background;
  readonly audit: AuditTrail;
}

/** What Kibana's core gives a plugin to set itself up, as far as this one needs it. */
export function coreSetup(
  { settings, server, elasticsearch, background, audit }: CoreParts,
  getStartServices: CoreSetup['getStartServices'],
): CoreSetup {
  // Without a word on how others reach it, the console's own way is the best guess.
  const publicBaseUrl =
    settings['elasticsearch.publicBaseUrl'] ?? settings['elasticsearch.hosts']?.[0];
  const { savedObjects } = background.setup;
  return {
    elasticsearch: { ...(publicBaseUrl !== undefined && { publicBaseUrl }) },
    http: {
      createRouter: () =>
        createRouter(server, (request) => ({
          core: Promise.resolve({
            elasticsearch: { client: { asCurrentUser: currentUserClient(request, elasticsearch) } },
            security: { audit: { logger: audit.of(request) } },
          }),
        })),
    },
    ...(savedObjects && { savedObjects }),
    getStartServices,
  };
}

/** What it gives a plugin that starts. */
export function coreStart({ settings, elasticsearch, background, audit }: CoreParts): CoreStart {
  const { savedObjects } = background.started;
  return {
    elasticsearch: {
      client: {
        ...(hasOwnUser(settings) && { asInternalUser: elasticsearch.asInternalUser }),
        asScoped: ({ headers: { authorization } }) => ({
          asCurrentUser: elasticsearch.asUser(authorization),
        }),
      },
    },
    ...(savedObjects && { savedObjects }),
    security: {
      authc: {
        apiKeys: createApiKeysService((request) =>
          currentUserClient(rawRequest(request), elasticsearch),
        ),
      },
      audit: {
        asScoped: (request) => audit.of(rawRequest(request)),
        withoutRequest: audit.withoutRequest,
      },
    },
  };
}
