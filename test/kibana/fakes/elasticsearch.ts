import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '../../../server/index.ts';
import { keyStore } from '../../helpers/key_store.ts';

/** The one key that there is at first. */
export const KEY = { id: 'k1', name: 'books', username: 'ann', creation: Date.UTC(2026, 0, 1) };

/** Elasticsearch with one key, as a user who may do everything. */
export function fakeElasticsearch(): ElasticsearchClient {
  const { client, keys } = keyStore([KEY]);
  const security = {
    ...client.security,
    queryApiKeys: (request: object) =>
      client.security.queryApiKeys({ query: { term: { invalidated: 'false' } }, ...request }),
    authenticate: async () => ({ username: 'ann', lookup_realm: { name: 'native' } }),
    hasPrivileges: async ({ cluster = [] }: estypes.SecurityHasPrivilegesRequest) => ({
      cluster: Object.fromEntries(cluster.map((privilege) => [privilege, true])),
      index: {},
      application: {},
    }),
    getApiKey: async ({ id }: estypes.SecurityGetApiKeyRequest) => ({
      api_keys: keys.flatMap((key) => (key.id === id ? { realm: 'native', ...key } : [])),
    }),
    async createApiKey({ name = '', metadata = {} }: estypes.SecurityCreateApiKeyRequest) {
      const created = { ...KEY, id: `id of ${name}`, name, metadata };
      keys.push(created);
      return { id: created.id, name, api_key: 'secret', encoded: 'c2VjcmV0' };
    },
    updateApiKey: async () => ({ updated: true }),
  };
  const indices = { resolveIndex: async () => ({ indices: [{ name: 'books' }] }) };
  return { security, indices } as unknown as ElasticsearchClient;
}
