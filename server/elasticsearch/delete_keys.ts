import type { estypes } from '@elastic/elasticsearch';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import type { DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { invalidateKeys, queryKeys } from './key_requests.ts';

/**
 * Invalidates these different keys and tells what became of each. One request where all of them go;
 * one more to look what the others are.
 */
export async function deleteKeys(
  elasticsearch: ElasticsearchClient,
  ids: string[],
): Promise<DeleteResult> {
  const { answer, refusal } = await invalidate(elasticsearch, ids);
  const deleted = new Set(answer.invalidated_api_keys);
  const gone = new Set(answer.previously_invalidated_api_keys);
  const rest = ids.filter((id) => !deleted.has(id) && !gone.has(id));
  const states = await statesOf(elasticsearch, rest);
  const reasonOf = reasonsIn(answer.error_details, rest);
  const restThatIs = (state: KeyState) => rest.filter((id) => states.of(id) === state);
  return {
    deleted: ids.filter((id) => deleted.has(id)),
    already_deleted: [...ids.filter((id) => gone.has(id)), ...restThatIs('deleted')],
    not_found: restThatIs('unknown'),
    failed: [...restThatIs('live'), ...restThatIs('unseen')].map((id) => ({
      id,
      reason: reasonOf(id) ?? states.unseenBecause ?? refusal ?? NO_REASON,
    })),
  };
}

interface Invalidation {
  readonly answer: estypes.SecurityInvalidateApiKeyResponse;
  /** Why Elasticsearch would not take any id but those of the user's own keys. */
  readonly refusal?: string;
}

/**
 * Elasticsearch lets those who may manage only their own keys name ids only with `owner`, and then
 * passes over the keys of others. Who may do more is for Elasticsearch to say: it is asked first.
 */
async function invalidate(
  elasticsearch: ElasticsearchClient,
  ids: string[],
): Promise<Invalidation> {
  try {
    return { answer: await invalidateKeys(elasticsearch, { ids }) };
  } catch (error) {
    const failure = elasticsearchFailure(error);
    if (failure?.statusCode !== 403) throw error;
    const answer = await invalidateKeys(elasticsearch, { ids, owner: true });
    return { answer, refusal: failure.message };
  }
}

type KeyState = 'live' | 'deleted' | 'unknown' | 'unseen';

interface KeyStates {
  readonly of: (id: string) => KeyState;
  readonly unseenBecause?: string;
}

/** What has been deleted must be told, also when Elasticsearch does not answer a second time. */
async function statesOf(elasticsearch: ElasticsearchClient, ids: string[]): Promise<KeyStates> {
  if (ids.length === 0) return { of: () => 'unknown' };
  try {
    const query = { ids: { values: ids } };
    const { api_keys } = await queryKeys(elasticsearch, { query, size: ids.length });
    const invalidated = new Map(api_keys.map((key) => [key.id, key.invalidated]));
    return {
      of(id) {
        const isInvalidated = invalidated.get(id);
        return isInvalidated === undefined ? 'unknown' : isInvalidated ? 'deleted' : 'live';
      },
    };
  } catch (error) {
    const failure = elasticsearchFailure(error);
    if (failure === undefined) throw error;
    return { of: () => 'unseen', unseenBecause: failure.message };
  }
}

const NO_REASON = 'Elasticsearch did not delete it and gave no reason';

/** Elasticsearch names a key only in the text of a reason; one that names none may be for any. */
function reasonsIn(details: readonly estypes.ErrorCause[] = [], ids: readonly string[]) {
  const texts = details.flatMap(({ reason, caused_by }) => caused_by?.reason ?? reason ?? []);
  const names = (text: string, id: string) => text.includes(`[${id}]`);
  const general = texts.find((text) => !ids.some((id) => names(text, id)));
  return (id: string): string | undefined => texts.find((text) => names(text, id)) ?? general;
}
