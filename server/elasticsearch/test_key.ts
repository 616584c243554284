import type { estypes } from '@elastic/elasticsearch';
import { elasticsearchFailure } from '../../common/elasticsearch_failure.ts';
import { isJsonObject } from '../../common/exact.ts';
import type { TestedKey } from '../../common/http_api/test_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { getKeys, queryKeys } from './key_requests.ts';
import { authenticate } from './user_requests.ts';

/**
 * The id in an encoded key, or `undefined` where it is not the base64 of `id:api_key`. Base64 as
 * Java's decoder takes it, with or without padding; nothing else could stand in a header.
 */
export function idIn(encoded: string): string | undefined {
  if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?$/.test(encoded))
    return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  return /^([^:]+):/.exec(text)?.[1];
}

export const MALFORMED: TestedKey = {
  valid: false,
  reason: 'It is not an encoded API key, which is the base64 of its id, a colon and its secret.',
};

interface Clients {
  /** Elasticsearch as the key, and nothing but the key. */
  readonly asKey: ElasticsearchClient;
  readonly asCurrentUser: ElasticsearchClient;
}

/**
 * Uses a key once. A key that is restricted to a workflow may not even ask who it is, and the
 * refusal shows that it is valid; what it is called is asked as the current user.
 * @throws the client's 403 for such a key that the current user cannot see
 */
export async function testKey(
  { asKey, asCurrentUser }: Clients,
  id: string,
  signal: AbortSignal,
): Promise<TestedKey> {
  try {
    await authenticate(asKey, { signal });
    // Every key may see itself.
    const [known] = await getKeys(asKey, { id }, { signal });
    return known ? valid(known) : { valid: false, reason: UNKNOWN };
  } catch (error) {
    const status = elasticsearchFailure(error)?.statusCode;
    if (status === 401) return { valid: false, reason: reasonFor(unsuccessfulBecause(error)) };
    if (status !== 403) throw error;
    const query = { ids: { values: [id] } };
    const { api_keys } = await queryKeys(asCurrentUser, { query }, { signal });
    if (api_keys[0] === undefined) throw error;
    return valid(api_keys[0]);
  }
}

const valid = ({ id, name, username, expiration }: estypes.SecurityApiKey): TestedKey => ({
  valid: true,
  id,
  name,
  username,
  ...(expiration !== undefined && { expiration }),
});

const UNKNOWN = 'No API key has its id. Elasticsearch forgets a deleted key after some days.';

/** Elasticsearch's messages, which may hold what was given as an id and so are not passed on. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^API key: invalid credentials for API key/, 'Its secret is wrong.'],
  [/^API key: api key is expired/, 'It has expired.'],
  [/^API key: api key \[.*\] has been invalidated/s, 'It has been deleted.'],
  [/^API key: unable to find apikey/, UNKNOWN],
  [
    /^authentication expected API key type of \[rest\]/,
    'It is a cross-cluster API key, which only another cluster can use.',
  ],
];

const reasonFor = (message: string): string =>
  REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? 'Elasticsearch does not accept it.';

/** Why a 401 was given; a reason that ends the matter at once stands in the error itself. */
function unsuccessfulBecause(error: unknown): string {
  const { body } = error as { readonly body?: unknown };
  if (!isJsonObject(body) || !isJsonObject(body.error)) return '';
  return String(body.error.additional_unsuccessful_credentials ?? body.error.reason);
}
