import type { estypes } from '@elastic/elasticsearch';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import type { CreatedKey, CreateKeyBody } from '../../common/http_api/create_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { RequestError } from './request_error.ts';

/**
 * Creates a key of the current user. Elasticsearch is asked once: a second try might make a second key.
 * @throws RequestError 503 where the key may have been created; errors of the Elasticsearch client
 */
export const createOnce = (
  { security }: ElasticsearchClient,
  body: CreateKeyBody,
): Promise<CreatedKey> =>
  security
    .createApiKey(body as estypes.SecurityCreateApiKeyRequest, { maxRetries: 0 })
    .catch((error: unknown) => {
      throw fateUnknown(error) ?? error;
    });

/** Where the request may have reached Elasticsearch, its user must know before trying again. */
function fateUnknown(error: unknown): RequestError | undefined {
  const failure = elasticsearchFailure(error);
  if (failure?.statusCode !== 503 || wasNeverSent(error)) return undefined;
  return new RequestError(
    503,
    `${failure.message} But first look for the key in the list: it may have been created.`,
    failure.headers,
  );
}

const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'NoLivingConnectionsError' ||
    /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)\b/.test(error.message));
