import type { ApiKey } from '../../common/api_key.ts';
import type { CreateKeyBody } from '../../common/http_api/create_key.ts';
import type { RotateKeyBody } from '../../common/http_api/rotate_key.ts';
import type { ElasticsearchClient } from '../kibana.ts';
import { allOf } from './condition.ts';
import { statusCondition } from './key_conditions.ts';
import { queryKeys } from './key_requests.ts';

/** A key like `old`, which its metadata name in `rotated_from`. */
export function successorOf(
  old: ApiKey,
  { name = old.name ?? old.id, expiration = lifetimeOf(old) }: RotateKeyBody,
): CreateKeyBody {
  return {
    name,
    role_descriptors: old.role_descriptors ?? {},
    metadata: { ...withoutReserved(old.metadata), rotated_from: old.id },
    ...(expiration !== undefined && { expiration }),
  };
}

function lifetimeOf({ creation, expiration }: ApiKey): string | undefined {
  return expiration === undefined ? undefined : `${Math.ceil((expiration - creation) / 1000)}s`;
}

/** Elasticsearch adds such names itself, e.g. to the metadata of a clone, and takes them from nobody. */
const withoutReserved = (metadata: ApiKey['metadata']) =>
  Object.fromEntries(Object.entries(metadata).filter(([name]) => !name.startsWith('_')));

/** The ids of the keys that replaced `old` and still work, the eldest first. `now` in ms since epoch. */
export async function liveSuccessors(
  elasticsearch: ElasticsearchClient,
  { id, username }: ApiKey,
  now: number,
): Promise<string[]> {
  const { api_keys } = await queryKeys(elasticsearch, {
    query: allOf([
      { term: { 'metadata.rotated_from': id } },
      { term: { username } },
      { term: { invalidated: false } },
      statusCondition('active', now),
    ]),
    size: 100,
  });
  return api_keys
    .sort((a, b) => a.creation - b.creation || (a.id < b.id ? -1 : 1))
    .map((key) => key.id);
}
