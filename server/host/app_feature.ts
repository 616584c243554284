import type { ElasticsearchFeature } from '../kibana.ts';

/** The least with which a user can see keys in the app. */
const ANY_OF = ['manage_own_api_key', 'manage_api_key', 'manage_security', 'read_security'];

/** Kibana hides the app from whoever could only be shown that it is not for them. */
export const APP_FEATURE: ElasticsearchFeature = {
  id: 'project_api_keys',
  management: { security: ['project_api_keys'] },
  privileges: ANY_OF.map((privilege) => ({ requiredClusterPrivileges: [privilege], ui: [] })),
};
