import type { estypes } from '@elastic/elasticsearch';
import { expectShape } from '../../common/elasticsearch_answer.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import {
  CreatedKey,
  FilteredKeys,
  FoundKeys,
  InvalidatedKeys,
  QueriedKeys,
  UpdatedKey,
} from './answer_shapes.ts';
import { ONCE, READ, type Reading } from './sending.ts';

// Elasticsearch's API keys. Each rejects with errors of the client and UnexpectedAnswer.

export const queryKeys = async (
  { security }: ElasticsearchClient,
  request: estypes.SecurityQueryApiKeysRequest,
  options: Reading = {},
): Promise<estypes.SecurityQueryApiKeysResponse> =>
  expectShape(
    await security.queryApiKeys(request, { ...READ, ...options }),
    request.filter_path === undefined ? QueriedKeys : FilteredKeys,
  );

/** None where Elasticsearch knows no such key. */
export async function getKeys(
  { security }: ElasticsearchClient,
  request: estypes.SecurityGetApiKeyRequest,
  options: Reading = {},
): Promise<estypes.SecurityApiKey[]> {
  const answer = await security.getApiKey(request, { ...READ, ignore: [404], ...options });
  return expectShape(answer, FoundKeys).api_keys;
}

export const createKey = async (
  { security }: ElasticsearchClient,
  request: estypes.SecurityCreateApiKeyRequest,
): Promise<estypes.SecurityCreateApiKeyResponse> =>
  expectShape(await security.createApiKey(request, ONCE), CreatedKey);

export const updateKey = async (
  { security }: ElasticsearchClient,
  request: estypes.SecurityUpdateApiKeyRequest,
): Promise<estypes.SecurityUpdateApiKeyResponse> =>
  expectShape(await security.updateApiKey(request, ONCE), UpdatedKey);

/** Sent once too: after a second time nobody could tell which keys the first one has invalidated. */
export const invalidateKeys = async (
  { security }: ElasticsearchClient,
  request: estypes.SecurityInvalidateApiKeyRequest,
): Promise<estypes.SecurityInvalidateApiKeyResponse> =>
  expectShape(await security.invalidateApiKey(request, ONCE), InvalidatedKeys);
