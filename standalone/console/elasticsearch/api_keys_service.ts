import type { Client, estypes } from '@elastic/elasticsearch';
import * as t from 'io-ts';
import { expectShape } from '../../../common/elasticsearch_answer.ts';
import type { ApiKeysService, KibanaRequest } from '../../../server/index.ts';
import { errorType } from './error_type.ts';

const GrantedKey = t.type({ id: t.string, name: t.string, api_key: t.string });

/**
 * Kibana's service for keys on behalf of users. Here the user creates the key: no user of the
 * console's own needs the privilege to grant keys in the name of others.
 */
export const createApiKeysService = (
  asUserOf: (request: KibanaRequest) => Client,
): ApiKeysService => ({
  async grantAsInternalUser(request, key) {
    try {
      const { security } = asUserOf(request);
      const body = key as estypes.SecurityCreateApiKeyRequest;
      return expectShape(await security.createApiKey(body, { maxRetries: 0 }), GrantedKey);
    } catch (error) {
      if (errorType(error) === 'feature_not_enabled_exception') return null;
      throw error;
    }
  },
});
