import { describe, expect, it } from '@jest/globals';
import type { ElasticsearchClient, KibanaRequest } from '../../../server/index.ts';
import { clientWith, refusal } from '../../../test/helpers/call_route.ts';
import { createApiKeysService } from './api_keys_service.ts';

const KEY = {
  name: 'task',
  role_descriptors: { r: { cluster: ['monitor'] } },
  metadata: { managed: true },
};
const REQUEST = {} as KibanaRequest;

/** A grant in a console where `client` is Elasticsearch as the one who makes the request. */
const grantBy = (client: ElasticsearchClient) =>
  createApiKeysService((request) => {
    expect(request).toBe(REQUEST);
    return client;
  }).grantAsInternalUser(REQUEST, KEY);

describe('a key on behalf of a user', () => {
  it('is created by that user', async () => {
    const asked: unknown[] = [];
    const created = { id: '1', name: 'task', api_key: 'secret', encoded: 'MTpzZWNyZXQ=' };
    const client = clientWith({
      async createApiKey(key: unknown) {
        asked.push(key);
        return created;
      },
    });
    await expect(grantBy(client)).resolves.toEqual(created);
    expect(asked).toEqual([KEY]);
  });

  it('is null where API keys are disabled', async () => {
    const createApiKey = async () => {
      throw refusal(400, 'feature_not_enabled_exception', 'api keys are not enabled');
    };
    await expect(grantBy(clientWith({ createApiKey }))).resolves.toBeNull();
  });

  it('is refused where Elasticsearch refuses it', async () => {
    const error = refusal(403, 'security_exception', 'no');
    const createApiKey = async () => {
      throw error;
    };
    await expect(grantBy(clientWith({ createApiKey }))).rejects.toBe(error);
  });
});
