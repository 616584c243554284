import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import { isJsonObject } from '../../common/exact.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { queryKeys } from './key_requests.ts';

/**
 * Whether the cluster has API keys switched on (`xpack.security.authc.api_key.enabled`). Where they
 * are off, Elasticsearch refuses every request about them with an error type of its own, before it
 * looks at who asks.
 */
export async function areApiKeysEnabled(
  elasticsearch: ElasticsearchClient,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await queryKeys(elasticsearch, { size: 0 }, { signal });
    return true;
  } catch (error) {
    if (typeOf(error) === 'feature_not_enabled_exception') return false;
    if (elasticsearchFailure(error)?.statusCode === 403) return true;
    throw error;
  }
}

function typeOf(error: unknown): unknown {
  const { body } = error as { body?: unknown };
  return isJsonObject(body) && isJsonObject(body.error) ? body.error.type : undefined;
}
