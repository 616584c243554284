import type { ApiKey } from '../../common/api_key.ts';
import type { Capabilities } from '../../common/http_api/capabilities.ts';
import type { CreatedKey, CreateKeyBody } from '../../common/http_api/create_key.ts';
import type { DeleteKeysBody, DeleteResult } from '../../common/http_api/delete_keys.ts';
import type { FoundOwners } from '../../common/http_api/find_owners.ts';
import type { KeyPage } from '../../common/http_api/query_keys.ts';
import type { KeyFilter, KeyQuery } from '../../common/key_filter.ts';
import { anApiKey } from './an_api_key.ts';
import { countKeys, matching } from './match_keys.ts';
import type { FakeServer } from './render_page.tsx';

/** What a superuser may do. */
export const SUPERUSER: Capabilities = {
  enabled: true,
  can_manage_own: true,
  can_manage_all: true,
  can_read_all: true,
  user: { username: 'elastic', realm: 'reserved' },
};

/**
 * A server with these keys, newest first as given: it searches names, filters, counts, pages, finds
 * owners, creates and deletes.
 */
export function keysServer(
  initial: readonly ApiKey[],
  capabilities: Partial<Capabilities> = {},
): FakeServer {
  let keys = initial;
  return {
    'GET /capabilities': () => ({ ...SUPERUSER, ...capabilities }),
    'POST /_query': ({ body }): KeyPage => {
      const { sort: _sort, size = 25, cursor = '0', ...filter } = (body ?? {}) as KeyQuery;
      const found = keys.filter(matching(filter));
      const end = Number(cursor) + size;
      return {
        keys: found.slice(Number(cursor), end),
        total: found.length,
        next_cursor: end < found.length ? String(end) : null,
        counts: countKeys(keys, filter),
      };
    },
    'POST /_count': ({ body }) => {
      const { filter } = body as { filter: KeyFilter };
      return { count: keys.filter(matching(filter)).length };
    },
    'POST /_find_owners': ({ body }): FoundOwners => {
      const { username, filter = {} } = body as { username: string; filter?: KeyFilter };
      const { owners } = countKeys(keys, filter);
      return { owners: owners.filter((owner) => owner.username.includes(username)) };
    },
    'GET /keys/{id}': ({ path }) => ({
      key: keys.find(({ id }) => path === `/keys/${id}`),
    }),
    'POST /keys': ({ body }): CreatedKey => {
      const { name } = body as CreateKeyBody;
      const key = anApiKey({ id: `id of ${name}`, name, creation: Date.now() });
      keys = [key, ...keys];
      return { id: key.id, name, api_key: 'secret', encoded: `encoded ${name}` };
    },
    'POST /_delete': ({ body }): DeleteResult => {
      const { ids, filter = {}, size = 1000 } = body as DeleteKeysBody;
      const tried =
        ids ??
        keys
          .filter(matching(filter))
          .slice(-size)
          .map(({ id }) => id);
      const known = new Set(keys.map(({ id }) => id));
      keys = keys.filter(({ id }) => !tried.includes(id));
      const remaining = keys.filter(matching(filter)).length;
      return {
        deleted: tried.filter((id) => known.has(id)),
        already_deleted: [],
        not_found: tried.filter((id) => !known.has(id)),
        failed: [],
        ...(ids === undefined && { remaining, next_cursor: remaining > 0 ? 'after those' : null }),
      };
    },
  };
}
