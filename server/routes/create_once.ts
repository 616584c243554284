import type { estypes } from '@elastic/elasticsearch';
import type { CreatedKey, CreateKeyBody } from '../../common/http_api/create_key.ts';
import { createKey } from '../elasticsearch/key_requests.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { withOutcome } from './outcome.ts';

/**
 * Creates a key of the current user. Elasticsearch is asked once: a second try might make a second key.
 * @throws RequestError 503; errors of the Elasticsearch client
 */
export const createOnce = (
  elasticsearch: ElasticsearchClient,
  body: CreateKeyBody,
): Promise<CreatedKey> =>
  withOutcome(
    createKey(elasticsearch, body as estypes.SecurityCreateApiKeyRequest),
    'But first look for the key in the list: it may have been created.',
  );
