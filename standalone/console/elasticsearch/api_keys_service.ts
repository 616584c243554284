import type { Client, estypes } from '@elastic/elasticsearch';
import type { ApiKeysService, KibanaRequest } from '../../../server/index.ts';
import { errorType } from './error_type.ts';

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
      return await security.createApiKey(key as estypes.SecurityCreateApiKeyRequest);
    } catch (error) {
      if (errorType(error) === 'feature_not_enabled_exception') return null;
      throw error;
    }
  },
});
